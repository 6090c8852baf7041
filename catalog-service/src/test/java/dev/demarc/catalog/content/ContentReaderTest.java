package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentReaderTest {
    private final Path folder;

    ContentReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void copyTheShippedContent() throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Path copy = folder.resolve(Shipped.FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void readsTheSameContentTheSame() {
        ShippedContent content = ContentReader.read(folder);

        assertThat(content).isEqualTo(Shipped.CONTENT);
        assertThat(ContentReader.digest(folder)).isEqualTo(ContentReader.digest(Shipped.FOLDER));
    }

    @Test
    void changesItsDigestWithAnyByte() throws IOException {
        replace("parameters.yaml", "critical: 10", "critical: 11");

        assertThat(ContentReader.digest(folder)).isNotEqualTo(ContentReader.digest(Shipped.FOLDER));
    }

    @Test
    void namesTheFileLineAndColumnOfWhatIsNoYaml() throws IOException {
        replace("services/s3.yaml", "name: Amazon S3", "name: [Amazon S3");

        assertProblem("services/s3.yaml line", "not YAML that is accepted");
    }

    @Test
    void refusesAKeyThatIsThereTwice() throws IOException {
        replace("services/s3.yaml", "name: Amazon S3", "name: Amazon S3\nname: S3");

        assertProblem("services/s3.yaml line", "duplicate key name");
    }

    @Test
    void namesAMemberThatIsNotKnownAndThoseThatAre() throws IOException {
        replace("controls/s3.yaml", "    number: 1\n", "    number: 1\n    severety: high\n");

        assertProblem(
                "controls/s3.yaml: controls[s3-bucket-not-public].severety",
                "'severety' is not known; accepted: assert");
    }

    @Test
    void refusesAContradictionByAControlThatThereIsNot() throws IOException {
        replace("controls/attested.yaml", "contradictedBy: [ec2-patches-installed,", "contradictedBy: [ec2-patched,");

        assertProblem(
                "controls/attested.yaml: controls[shared-patch-management].contradictedBy",
                "'ec2-patched' is no automated control");
    }

    @Test
    void refusesARenewalOfWhatNobodyAttests() throws IOException {
        replace("controls/s3.yaml", "    number: 1\n", "    number: 1\n    renewalDays: 30\n");

        assertProblem("controls/s3.yaml: controls[s3-bucket-not-public].renewalDays", "is not attested but AUTOMATED");
    }

    @Test
    void namesAChoiceThatIsNotAcceptedAndThoseThatAre() throws IOException {
        replace("controls/s3.yaml", "severity: critical", "severity: grave");

        assertProblem(
                "controls/s3.yaml: controls[s3-bucket-not-public].severity",
                "'grave' is not accepted; accepted: critical, high, medium, low");
    }

    @Test
    void namesAMissingMember() throws IOException {
        replace("controls/s3.yaml", "    number: 1\n", "");

        assertProblem("controls/s3.yaml: controls[s3-bucket-not-public].number", "null");
    }

    @Test
    void refusesAControlIdThatIsThereTwice() throws IOException {
        replace("controls/s3.yaml", "id: s3-bucket-mfa-delete", "id: s3-bucket-acls-off");

        assertProblem("controls/s3.yaml: controls[s3-bucket-acls-off]", "is there twice");
    }

    @Test
    void refusesANumberThatIsThereTwice() throws IOException {
        replace("controls/s3.yaml", "number: 9\n", "number: 1\n");

        assertProblem("controls[number 1]", "is there twice");
    }

    @Test
    void refusesALayerThatIsNotDefined() throws IOException {
        replace("controls/s3.yaml", "layer: data", "layer: date");

        assertProblem("controls/s3.yaml: controls[s3-bucket-not-public]", "speaks of layer 'date'");
    }

    @Test
    void refusesAMapToAFrameworkThatIsNotDefined() throws IOException {
        replace("controls/s3.yaml", "securityhub: [S3.2]", "securityhubb: [S3.2]");

        assertProblem("controls/s3.yaml: controls[s3-bucket-not-public].maps", "'securityhubb' is not known");
    }

    @Test
    void refusesAnExpressionThatDoesNotCompile() throws IOException {
        replace("controls/s3.yaml", "assert: policy.deniesInsecureTransport(", "assert: policy.deniesNothing(");

        assertProblem("controls/s3.yaml: controls[s3-bucket-refuses-plain-http].assert", "deniesNothing");
    }

    @Test
    void refusesASourceThatHasNoAddress() throws IOException {
        replace("services/s3.yaml", "source: s3-durability", "source: s3-durabilty");

        assertProblem("services/s3.yaml.responsibilities.resilience.source", "'s3-durabilty' is not known");
    }

    @Test
    void refusesALayerOfTheCloudThatIsNotAws() throws IOException {
        replace(
                "services/s3.yaml",
                "responsibilities:\n",
                "responsibilities:\n  host-os: {party: CUSTOMER, rule: Yours., source: s3-security}\n");

        assertProblem("services/s3.yaml: services[s3]", "breaks invariant I4");
    }

    @Test
    void refusesASeriesOfReportsThatIsNotDefined() throws IOException {
        replace("controls/inherited.yaml", "evidence: [aws-soc-2,", "evidence: [aws-sock-2,");
        replace("provider-evidence/aws-reports.yaml", "series: aws-soc-1", "series: aws-soc-3");

        assertProblem("controls/inherited.yaml: controls[", "'aws-sock-2' is no series of AWS reports; accepted: aws-");
        assertProblem(
                "provider-evidence/aws-reports.yaml: providerEvidence[", "'aws-soc-3' is no series of AWS reports");
    }

    @Test
    void collectsTheProblemsOfAllFiles() throws IOException {
        replace("controls/s3.yaml", "severity: critical", "severity: grave");
        replace("services/s3.yaml", "model: ABSTRACTED", "model: ABSTRACT");

        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.path()).startsWith("controls/s3.yaml"))
                .anySatisfy(problem -> assertThat(problem.path()).startsWith("services/s3.yaml"));
    }

    @Test
    void addsWhatAFrameworkSaysOfControlsToTheirMaps() throws IOException {
        Files.writeString(folder.resolve("frameworks/own.yaml"), """
                id: own
                name: Our rules
                version: "1"
                requirements: {R-1: Keep it closed}
                controls: {s3-bucket-not-public: [R-1(a)]}
                """);

        ShippedContent content = ContentReader.read(folder);

        assertThat(content.revision().controls())
                .filteredOn(control -> control.id().equals("s3-bucket-not-public"))
                .allSatisfy(control -> assertThat(control.maps()).containsEntry("own", List.of("R-1(a)")));
    }

    @Test
    void refusesARequirementThatItsFrameworkDoesNotName() throws IOException {
        Files.writeString(folder.resolve("frameworks/own.yaml"), """
                id: own
                name: Our rules
                version: "1"
                requirements: {R-1: Keep it closed}
                controls: {s3-bucket-not-public: [R-2], nothing-of-ours: [R-1]}
                """);

        assertProblem("controls/s3.yaml: controls[s3-bucket-not-public].maps.own", "'R-2' is no requirement");
        assertProblem("frameworks/own.yaml: controls.nothing-of-ours", "is no control of the catalog");
    }

    private void assertProblem(String path, String reason) {
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.path()).startsWith(path);
            assertThat(problem.reason()).contains(reason);
        });
    }

    private List<CatalogProblem> problems() {
        try {
            ContentReader.read(folder);
            return List.of();
        } catch (InvalidCatalogException e) {
            return e.problems();
        }
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(before);
        assertThat(at).as("'%s' in %s", before, file).isNotNegative();
        Files.writeString(path, text.substring(0, at) + after + text.substring(at + before.length()));
    }
}
