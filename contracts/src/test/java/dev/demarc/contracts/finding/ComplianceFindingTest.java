package dev.demarc.contracts.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.finding.ComplianceFinding.Activity;
import dev.demarc.contracts.finding.ComplianceFinding.FindingInfo;
import dev.demarc.contracts.finding.ComplianceFinding.Resource;
import dev.demarc.contracts.finding.ComplianceFinding.Status;
import dev.demarc.contracts.finding.ComplianceFinding.Unmapped;
import dev.demarc.contracts.resource.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplianceFindingTest {
    private static final Scope SCOPE = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30.250Z");

    @Test
    void isWrittenWithTheNamesAndNumbersOfOcsf() {
        JsonNode written = Json.MAPPER.valueToTree(finding(Activity.CREATE, Status.NEW));

        assertThat(written.at("/category_uid").intValue()).isEqualTo(2);
        assertThat(written.at("/class_uid").intValue()).isEqualTo(2003);
        assertThat(written.at("/activity_id").intValue()).isEqualTo(1);
        assertThat(written.at("/type_uid").intValue()).isEqualTo(200_301);
        assertThat(written.at("/severity_id").intValue()).isEqualTo(4);
        assertThat(written.at("/status_id").intValue()).isEqualTo(1);
        assertThat(written.at("/time").longValue()).isEqualTo(AT.toEpochMilli());
        assertThat(written.at("/metadata/version").textValue()).isEqualTo("1.5.0");
        assertThat(written.at("/metadata/product/vendor_name").textValue()).isEqualTo("Demarc");
        assertThat(written.at("/compliance/status_id").intValue()).isEqualTo(3);
        assertThat(written.at("/cloud/account/uid").textValue()).isEqualTo(SCOPE.account());
        assertThat(written.at("/finding_info/first_seen_time").isIntegralNumber())
                .isTrue();
    }

    @Test
    void staysSmall() {
        byte[] written = Json.bytes(finding(Activity.CREATE, Status.NEW));

        assertThat(written).hasSizeLessThan(1_024);
    }

    @Test
    void knowsItsScope() {
        Scope scope = finding(Activity.CLOSE, Status.RESOLVED).scope();

        assertThat(scope).isEqualTo(SCOPE);
    }

    @Test
    void aWaivedFindingIsUpdatedAndSuppressed() {
        JsonNode written = Json.MAPPER.valueToTree(finding(Activity.UPDATE, Status.SUPPRESSED));

        assertThat(written.at("/activity_id").intValue()).isEqualTo(2);
        assertThat(written.at("/status_id").intValue()).isEqualTo(3);
    }

    @Test
    void refusesAClosedFindingThatIsNotResolved() {
        assertThatThrownBy(() -> finding(Activity.CLOSE, Status.NEW))
                .hasMessage("status_id is NEW with activity_id CLOSE; accepted: RESOLVED with CLOSE only");
    }

    @Test
    void refusesAnEventOfAnotherClass() {
        String written = new String(Json.bytes(finding(Activity.CREATE, Status.NEW)), StandardCharsets.UTF_8);
        byte[] detection =
                written.replace("\"class_uid\":2003", "\"class_uid\":2004").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.read(detection, ComplianceFinding.class))
                .hasMessageContaining("class_uid is 2004; accepted: 2003");
    }

    @Test
    void saysInWordsWhatOcsfHasNoNumberFor() {
        assertThat(Compliance.of("c", List.of(), Verdict.UNKNOWN).statusId()).isEqualTo(Compliance.Result.WARNING);
        assertThat(Compliance.of("c", List.of(), Verdict.NOT_APPLICABLE).status())
                .isEqualTo("Not applicable");
        assertThat(Compliance.ofRemoved("c", List.of()).status()).isEqualTo("Resource removed");
    }

    @Test
    void aSummaryTellsOnlyWhatIsNotToldOneByOne() {
        assertThatThrownBy(() -> new FindingSummary(SCOPE, AT, Cause.TIME, 1, 0, 0))
                .hasMessage("cause of a summary is TIME; accepted: FIRST_JUDGEMENT, CATALOG");
    }

    private static ComplianceFinding finding(Activity activity, Status status) {
        return ComplianceFinding.of(
                "event-1",
                AT,
                activity,
                status,
                Severity.HIGH,
                Compliance.of("s3-bucket-not-public", List.of("CIS AWS 7.0"), Verdict.FAIL),
                new FindingInfo("key.s3-bucket-not-public", "Bucket is not open", AT.toEpochMilli(), List.of("SHARED")),
                SCOPE,
                new Resource("arn:aws:s3:::reports", SCOPE.type(), "reports", SCOPE.region(), null),
                new Unmapped(Party.SHARED, "data", Cause.CONFIGURATION, 2, 1, AT));
    }
}
