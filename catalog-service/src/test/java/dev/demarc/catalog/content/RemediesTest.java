package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.RemedyVariant;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.Advice;
import dev.demarc.engine.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is to be done about a failure must work on the very resource that it is shown for. */
class RemediesTest {
    private static final Judge JUDGE = Judge.of(Shipped.CONTENT.revision());
    private static final Path PAGE = Path.of("..", "docs", "remedies.md");

    /** A variant that several controls have is reached by one of them. */
    @Test
    void everyVariantIsTheRemedyOfAFailingExample() {
        Set<String> reached = controls()
                .flatMap(control -> advices(control).map(Advice::variant))
                .filter(Objects::nonNull)
                .map(RemediesTest::key)
                .collect(Collectors.toSet());

        assertThat(controls()
                        .flatMap(control -> control.remedy().variants().stream())
                        .map(RemediesTest::key)
                        .distinct())
                .isSubsetOf(reached);
    }

    @TestFactory
    Stream<DynamicTest> everyGeneralRemedyIsTheOneOfAFailingExample() {
        return controls()
                .filter(control -> !control.remedy().variants().isEmpty())
                .map(control -> DynamicTest.dynamicTest(
                        control.id(), () -> assertThat(advices(control)).anyMatch(advice -> advice.variant() == null)));
    }

    @Test
    void aRoleOfIdentityCenterIsMendedInItsPermissionSet() {
        Advice advice = of("iam-role-not-administrator", "by a permission set");

        assertThat(advice.variant()).isNotNull().satisfies(variant -> {
            assertThat(variant.name()).isEqualTo("Role made by IAM Identity Center");
            assertThat(variant.cli()).contains("sso-admin").doesNotContain("iam detach-role-policy");
        });
    }

    @Test
    void aCertificateConfirmedByMailIsNotToldOfDnsRecords() {
        Advice byMail = of("certificate-renews", "waits for somebody to answer the mail");
        Advice byDns = of("certificate-renews", "waits for a DNS record");

        assertThat(byMail.variant()).isNotNull().satisfies(variant -> assertThat(variant.cli())
                .contains("resend-validation-email"));
        assertThat(byDns.variant()).isNull();
        assertThat(byDns.general().console()).contains("CNAME");
    }

    @TestFactory
    Stream<DynamicTest> rdsCustomIsNotAskedForWhatAwsDoesNotDoThere() {
        ResourceConfiguration custom = new Example(
                        "RDS Custom",
                        null,
                        null,
                        null,
                        Map.of(
                                "engine",
                                "custom-oracle-ee",
                                "autoMinorVersionUpgrade",
                                false,
                                "enabledCloudwatchLogsExports",
                                List.of()),
                        Map.of())
                .resource("AWS::RDS::DBInstance", "eu-central-1");
        return Stream.of(
                        "rds-instance-minor-upgrades-on",
                        "rds-instance-master-password-managed",
                        "rds-instance-engine-supported",
                        "rds-instance-exports-logs",
                        "rds-instance-iam-sign-in",
                        "rds-instance-demands-tls")
                .map(control -> DynamicTest.dynamicTest(control, () -> assertThat(
                                JUDGE.judge(custom, Example.NOW).verdicts())
                        .filteredOn(one -> one.control().id().equals(control))
                        .extracting(one -> one.verdict())
                        .containsExactly(Verdict.NOT_APPLICABLE)));
    }

    /** With {@code -Ddemarc.remedies.write=true} it writes the page instead. */
    @Test
    void thePageSaysWhatTheCatalogSays() throws IOException {
        String page = RemediesPage.of(Shipped.CONTENT);
        if (Boolean.getBoolean("demarc.remedies.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static Stream<Control> controls() {
        return Shipped.CONTENT.revision().controls().stream();
    }

    private static Stream<Advice> advices(Control control) {
        return fails(control.id())
                .map(example -> JUDGE.advice(
                        control.id(), example.resource(String.valueOf(control.type()), "eu-central-1"), Example.NOW));
    }

    private static Stream<Example> fails(String control) {
        return Shipped.CONTENT.controlExamples().getOrDefault(control, ControlExamples.NONE).fail().stream();
    }

    private static Advice of(String id, String example) {
        Control control =
                controls().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        Example failing =
                fails(id).filter(one -> one.name().equals(example)).findFirst().orElseThrow();
        return JUDGE.advice(id, failing.resource(String.valueOf(control.type()), "eu-central-1"), Example.NOW);
    }

    private static String key(RemedyVariant variant) {
        return variant.name() + ": " + variant.when();
    }
}
