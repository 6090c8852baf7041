package dev.demarc.local.sample;

import static dev.demarc.local.sample.SampleVerdicts.CATALOG;
import static dev.demarc.local.sample.SampleVerdicts.JUDGE;
import static dev.demarc.local.sample.SampleVerdicts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Category;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Control.Assessment;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Invariants;
import dev.demarc.engine.LayerResponsibility;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks every row of the model by the way in which it is checked, so that none can be dropped. */
class DutiesTest {
    private static final List<String> WAYS = List.of("layer", "control", "scenario", "invariant");

    private static final List<String> NAMED = List.of(
            "EC2",
            "EBS",
            "ECS",
            "S3",
            "RDS",
            "DynamoDB",
            "EFS",
            "SQS",
            "SNS",
            "Lambda",
            "Elastic Beanstalk",
            "API Gateway",
            "ELB",
            "CloudFront",
            "VPC",
            "IAM",
            "KMS",
            "CloudHSM",
            "Backup",
            "CloudTrail",
            "CloudWatch",
            "Config",
            "Systems Manager",
            "Inspector",
            "ECR",
            "WAF",
            "Chime",
            "WorkMail",
            "third-party SaaS");

    /** Where the row is coarser than the layer of a service is: the customer has a half of it. */
    private static final Map<String, Party> FINER = Map.of(
            // S3 encrypts every object by itself; the key, of which D29 speaks, is the customer's half.
            "D28 s3", Party.SHARED,
            // AWS makes and guards key material; whose the rest is depends on the key's manager and origin.
            "D30 kms", Party.SHARED,
            // AWS keeps objects durable; copies and versions are the customer's half.
            "D35 s3", Party.SHARED,
            "D37 s3", Party.SHARED);

    @Test
    void hasEveryRowOnceAndKnowsHowItIsChecked() {
        List<String> ids = Duty.all().stream().map(Duty::id).toList();

        assertThat(ids)
                .isEqualTo(Stream.of(ids("D%02d", 56), ids("S%d", 4), ids("I%d", 4))
                        .flatMap(List::stream)
                        .toList());
        assertThat(Duty.all()).extracting(Duty::checkedBy).isSubsetOf(WAYS);
    }

    @TestFactory
    Stream<DynamicTest> layersAreOfTheParty() {
        return Duty.checkedBy("layer").flatMap(duty -> services(duty)
                .map(service -> DynamicTest.dynamicTest("%s %s".formatted(duty.id(), service), () -> {
                    LayerResponsibility layer = layer(service, duty.layer());

                    assertThat(layer.responsibility().party()).isEqualTo(expected(duty, service));
                    assertThat(layer.responsibility().rule()).matches("\\p{Lu}.{10,}\\.");
                    assertThat(layer.responsibility().source()).startsWith("https://");
                })));
    }

    @TestFactory
    Stream<DynamicTest> controlsHaveBothHalvesOrAreAttestedAgainAndAgain() {
        return Duty.checkedBy("control")
                .map(duty -> DynamicTest.dynamicTest(duty.id(), () -> {
                    List<Control> answering = answering(duty);

                    if (duty.party() == Party.SHARED) {
                        assertThat(answering)
                                .anyMatch(control -> control.category() == Category.SHARED
                                        && control.judgesResources()
                                        && coversTheProvidersHalf(control));
                    } else {
                        assertThat(answering)
                                .anyMatch(control -> control.renewalDays() != null && control.renewalDays() <= 100);
                    }
                }));
    }

    /** A finding is of the owner of its control's layer. */
    @TestFactory
    Stream<DynamicTest> scenariosEndInAFindingOfTheCustomer() throws IOException {
        JsonNode scenarios = Json.MAPPER.readTree(
                Path.of("src/test/resources/duties/scenarios.json").toFile());
        return Duty.checkedBy("scenario")
                .map(duty -> DynamicTest.dynamicTest(duty.id(), () -> {
                    JsonNode scenario = scenarios.path(duty.id());
                    ResourceConfiguration resource =
                            Json.MAPPER.convertValue(scenario.path("resource"), ResourceConfiguration.class);

                    ControlVerdict finding = JUDGE.judge(resource, NOW).verdicts().stream()
                            .filter(one -> one.control()
                                    .id()
                                    .equals(scenario.path("control").asText()))
                            .findFirst()
                            .orElseThrow();
                    LayerResponsibility layer = JUDGE.responsibilities(resource, NOW).stream()
                            .filter(one -> one.layer().id().equals(duty.layer()))
                            .findFirst()
                            .orElseThrow();

                    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(finding.control().duties()).contains(duty.id());
                    assertThat(finding.control().layer()).isEqualTo(duty.layer());
                    assertThat(layer.responsibility().party()).isEqualTo(Party.CUSTOMER);
                    assertThat(layer.responsibility().rule()).startsWith("You ");
                }));
    }

    @TestFactory
    Stream<DynamicTest> invariantsHoldOverTheWholeCatalog() {
        return Duty.checkedBy("invariant")
                .map(duty -> DynamicTest.dynamicTest(duty.id(), () -> assertThat(Invariants.check(CATALOG))
                        .noneMatch(broken -> broken.startsWith(duty.id()))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAutomatedPassesAndFailsInTheSample() {
        return Duty.all().stream()
                .filter(Duty::saysAutomated)
                .map(duty -> DynamicTest.dynamicTest(duty.id(), () -> {
                    List<Control> automated = answering(duty).stream()
                            .filter(control -> SampleVerdicts.passesAndFails(control.id()))
                            .toList();

                    assertThat(automated).isNotEmpty();
                    if (duty.isAutomatedForEachService()) {
                        assertThat(duty.services()).allSatisfy(service -> assertThat(automated)
                                .extracting(Control::service)
                                .containsAnyElementsOf(Duty.ids(service)));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatNoConfigurationShowsIsAttested() {
        return Duty.all().stream()
                .filter(Duty::saysAttestation)
                .map(duty -> DynamicTest.dynamicTest(duty.id(), () -> assertThat(answering(duty))
                        .anyMatch(control -> control.assessment() == Assessment.ATTESTATION)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAwssIsCoveredByReports() {
        return Duty.all().stream()
                .filter(duty -> duty.party() == Party.AWS && !duty.checkedBy().equals("invariant"))
                .filter(duty -> !duty.howItShows().startsWith("responsibility"))
                .map(duty -> DynamicTest.dynamicTest(
                        duty.id(), () -> assertThat(answering(duty)).anyMatch(DutiesTest::coversTheProvidersHalf)));
    }

    @TestFactory
    Stream<DynamicTest> everyNamedServiceIsInTheCatalog() {
        return NAMED.stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> assertThat(CATALOG.services())
                        .extracting(Service::id)
                        .contains(Duty.id(service))));
    }

    @Test
    void leavesBuildingsOfOutpostsToTheCustomer() {
        List<Party> facilities = CATALOG.services().stream()
                .flatMap(service -> service.variants().stream())
                .filter(variant -> variant.id().contains("outposts"))
                .map(variant -> Objects.requireNonNull(
                                variant.responsibilities().get("facilities"))
                        .party())
                .toList();

        assertThat(facilities).isNotEmpty().containsOnly(Party.CUSTOMER);
    }

    private static Stream<String> services(Duty duty) {
        return duty.isOfAll()
                ? CATALOG.services().stream().map(Service::id)
                : duty.services().stream().map(Duty::id);
    }

    private static Party expected(Duty duty, String service) {
        boolean clientsOfAws = duty.layer().equals("client-side-encryption") && isSoftware(service);
        return clientsOfAws ? Party.AWS : FINER.getOrDefault(duty.id() + " " + service, duty.party());
    }

    /** Nobody but the supplier can encrypt inside the clients of software as a service. */
    private static boolean isSoftware(String service) {
        return CATALOG.services().stream()
                .anyMatch(one -> one.id().equals(service) && one.model().name().equals("SAAS"));
    }

    private static LayerResponsibility layer(String service, String layer) {
        List<LayerResponsibility> layers = new ArrayList<>(JUDGE.responsibilities(service));
        assertThat(layers).as("layers of service %s", service).isNotEmpty();
        return layers.stream()
                .filter(one -> one.layer().id().equals(layer))
                .findFirst()
                .orElseThrow();
    }

    private static List<Control> answering(Duty duty) {
        return CATALOG.controls().stream()
                .filter(control -> control.duties().contains(duty.id()))
                .toList();
    }

    private static boolean coversTheProvidersHalf(Control control) {
        List<String> series =
                CATALOG.reportSeries().stream().map(ReportSeries::id).toList();
        return control.provider() != null
                && !control.provider().evidence().isEmpty()
                && series.containsAll(control.provider().evidence());
    }

    private static List<String> ids(String form, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(form::formatted).toList();
    }
}
