package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.Compliance.Result;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.ComplianceFinding.Activity;
import dev.demarc.contracts.finding.ComplianceFinding.Owner;
import dev.demarc.contracts.finding.ComplianceFinding.Status;
import dev.demarc.contracts.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingEventsTest {
    private static final String FINDING = ResourceKey.of(SCOPE, "one") + ".bucket-encrypted";

    private final Bucket sound = Bucket.named("one").tagged("team", "payments");
    private final Bucket failing = sound.unencrypted();
    private final Workbench bench = Workbench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFailureThatComesIsCreated() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), sound));

        bench.ingest(completeRun(SCOPE, "s1", at(100), failing));

        assertThat(ofEncryption()).singleElement().satisfies(event -> {
            assertThat(event.activityId()).isEqualTo(Activity.CREATE);
            assertThat(event.statusId()).isEqualTo(Status.NEW);
            assertThat(event.compliance().statusId()).isEqualTo(Result.FAIL);
            assertThat(event.findingInfo().uid()).isEqualTo(FINDING);
            assertThat(event.findingInfo().firstSeenTime()).isEqualTo(at(101).toEpochMilli());
            assertThat(event.findingInfo().types()).containsExactly("CUSTOMER_SPECIFIC");
            assertThat(event.resources().get(0).owner()).isEqualTo(new Owner("payments"));
            assertThat(event.unmapped().party()).isEqualTo(Party.CUSTOMER);
            assertThat(event.unmapped().layer()).isEqualTo("data");
            assertThat(event.unmapped().cause()).isEqualTo(Cause.CONFIGURATION);
            assertThat(event.unmapped().revision()).isEqualTo(1);
        });
    }

    @Test
    void eachChangeHasAnEventOfItsOwn() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), sound));

        bench.ingest(completeRun(SCOPE, "s1", at(100), failing));

        assertThat(told())
                .extracting(event -> event.compliance().control())
                .containsExactlyInAnyOrder("bucket-encrypted", "bucket-shared");
        assertThat(told()).extracting(event -> event.metadata().uid()).doesNotHaveDuplicates();
    }

    @Test
    void aFailureThatIsMendedIsClosedWithAPass() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), failing));

        bench.ingest(completeRun(SCOPE, "s1", at(100), sound));

        assertThat(ofEncryption()).singleElement().satisfies(event -> {
            assertThat(event.activityId()).isEqualTo(Activity.CLOSE);
            assertThat(event.statusId()).isEqualTo(Status.RESOLVED);
            assertThat(event.compliance().statusId()).isEqualTo(Result.PASS);
            assertThat(event.findingInfo().firstSeenTime()).isEqualTo(at(1).toEpochMilli());
            assertThat(event.unmapped().due()).isNull();
        });
    }

    @Test
    void aFailureThatCannotBeReadAnyMoreIsUpdatedWithoutAResult() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), failing));

        bench.ingest(completeRun(SCOPE, "s1", at(100), sound.tooLarge()));

        assertThat(ofEncryption())
                .extracting(ComplianceFinding::activityId, event -> event.compliance()
                        .statusId())
                .containsExactly(tuple(Activity.UPDATE, Result.WARNING));
    }

    @Test
    void aFailureOfARemovedResourceIsClosedWithoutAResult() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), failing));

        bench.ingest(completeRun(SCOPE, "s1", at(100)));
        bench.upkeep();

        assertThat(ofEncryption()).singleElement().satisfies(event -> {
            assertThat(event.activityId()).isEqualTo(Activity.CLOSE);
            assertThat(event.compliance().status()).isEqualTo("Resource removed");
            assertThat(event.resources().get(0).uid()).isEqualTo("arn:aws:s3:::one");
            assertThat(event.unmapped().cause()).isEqualTo(Cause.REMOVAL);
        });
    }

    @Test
    void aFailureThatPassesToAnotherTeamIsUpdated() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), failing));

        bench.ingest(completeRun(SCOPE, "s1", at(100), failing.tagged("team", "data")));

        assertThat(ofEncryption()).singleElement().satisfies(event -> {
            assertThat(event.activityId()).isEqualTo(Activity.UPDATE);
            assertThat(event.statusId()).isEqualTo(Status.NEW);
            assertThat(event.resources().get(0).owner()).isEqualTo(new Owner("data"));
            assertThat(event.findingInfo().firstSeenTime()).isEqualTo(at(1).toEpochMilli());
        });
    }

    private List<ComplianceFinding> ofEncryption() {
        return told().stream()
                .filter(event -> event.findingInfo().uid().equals(FINDING))
                .toList();
    }

    private List<ComplianceFinding> told() {
        return bench
                .database()
                .rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox"
                        + " WHERE type = 'dev.demarc.finding.compliance.v1' ORDER BY no")
                .stream()
                .map(json -> Json.read(json.getBytes(StandardCharsets.UTF_8), ComplianceFinding.class))
                .toList();
    }
}
