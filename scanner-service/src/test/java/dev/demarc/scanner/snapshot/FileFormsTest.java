package dev.demarc.scanner.snapshot;

import static dev.demarc.scanner.snapshot.ImportedFiles.bucket;
import static dev.demarc.scanner.snapshot.ImportedFiles.configBucket;
import static dev.demarc.scanner.snapshot.ImportedFiles.configItem;
import static dev.demarc.scanner.snapshot.ImportedFiles.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunEnded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people have them: from other systems, other tools and other hands. */
class FileFormsTest {
    private static final String TIME = "2026-01-02T00:00:00Z";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ImportedFiles files;

    FileFormsTest(@TempDir Path folder) {
        files = new ImportedFiles(folder);
    }

    @Test
    void understandsAFileThatBeginsWithAByteOrderMark() throws IOException {
        files.file("lines.jsonl", BYTE_ORDER_MARK + bucket("a", TIME));
        Survey survey =
                files.file("config.json", BYTE_ORDER_MARK + snapshot(configBucket("b", "2026-01-03T00:00:00Z")));

        assertThat(survey.faults()).isEmpty();
        assertComplete("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void understandsAFileInUtf16(String charset) throws IOException {
        String content = bucket("a", TIME) + "\r\n" + bucket("b-\ud83e\udea3", TIME) + "\r\n";

        Survey survey = files.file("f.jsonl", content.getBytes(Charset.forName(charset)));

        assertThat(survey.faults()).isEmpty();
        assertComplete("a", "b-\ud83e\udea3");
    }

    @Test
    void passesOverBlankLinesAndCarriageReturns() throws IOException {
        Survey survey =
                files.file("f.jsonl", "\r\n" + bucket("a", TIME) + "\r\n\r\n \t\n" + bucket("b", TIME) + "\r\n");

        assertThat(survey.faults()).isEmpty();
        assertComplete("a", "b");
    }

    @Test
    void understandsItemsInAList() throws IOException {
        files.file("canonical.json", "[" + bucket("a", TIME) + ",\n" + bucket("b", TIME) + "]");
        Survey survey = files.file("config.json", " [ " + configBucket("c", "2026-01-03T00:00:00Z") + "]");

        assertThat(survey.faults()).isEmpty();
        assertComplete("a", "b", "c");
    }

    @Test
    void understandsItemsThatAreSpreadOverLines() throws IOException {
        String spread = bucket("a", TIME).replace(",", ",\n  ").replace("{", "{\n") + "\n" + bucket("b", TIME);

        Survey survey = files.file("f.json", spread);

        assertThat(survey.faults()).isEmpty();
        assertComplete("a", "b");
    }

    @Test
    void understandsItemsOfAwsConfigOnALineEach() throws IOException {
        Survey survey = files.lines(configBucket("a", TIME), configBucket("b", "2026-01-03T00:00:00Z"));

        assertThat(survey.faults()).isEmpty();
        assertComplete("a", "b");
    }

    @Test
    void understandsASnapshotWhateverItsMembersOrder() throws IOException {
        String items = snapshot(configBucket("a", TIME)).replace("{\"fileVersion\"", "{\"$schema\":{\"a\":[1]},\"x\"");

        Survey survey = files.file("f.json", items);

        assertThat(survey.faults()).isEmpty();
        assertComplete("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\r\n"})
    void saysThatAFileIsEmpty(String content) throws IOException {
        Survey survey = files.file("f.jsonl", content);

        assertThat(survey.faults()).containsExactly("it is empty; accepted: JSON");
    }

    @Test
    void saysThatAFileIsAZipArchive() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("f.jsonl"));
            zip.write(bucket("a", TIME).getBytes(StandardCharsets.UTF_8));
        }

        Survey survey = files.file("f.zip", packed.toByteArray());

        assertThat(survey.faults()).containsExactly("it is a zip archive; accepted: JSON as it is or packed with gzip");
    }

    @Test
    void namesTheLineAtWhichADocumentBreaks() throws IOException {
        Survey survey = files.file("f.json", "[\n" + bucket("a", TIME) + ",\n{\"accountId\": hidden}]");

        assertThat(survey.faults())
                .singleElement()
                .asString()
                .startsWith("line 3: malformed JSON at column")
                .doesNotContain("hidden");
    }

    @Test
    void saysWhatIsAcceptedWhereNothingIsAnItem() throws IOException {
        Survey survey = files.file("f.json", "{\n\"Reservations\": []\n}");

        assertThat(survey.faults())
                .singleElement()
                .asString()
                .startsWith("item 1 in line 1: it is no item; accepted: an object with resourceType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configurationItem", "configurationItemDiff"})
    void takesANewsOfOneChangeForNoListing(String member) throws IOException {
        Survey survey = files.file("f.json", "{\"%s\":%s}".formatted(member, configBucket("a", TIME)));

        assertThat(survey.faults()).singleElement().asString().startsWith("it tells of one change");
        assertThat(files.recorded().items()).isEmpty();
    }

    @Test
    void takesAHistoryForNoListing() throws IOException {
        Survey survey = files.file(
                "111122223333_Config_eu-west-1_ConfigHistory_AWS::S3::Bucket_20260301T101112Z_20260301T101112Z_1.json",
                snapshot(configBucket("a", TIME)));

        assertThat(survey.faults()).singleElement().asString().contains("accepted: a ConfigSnapshot");
        assertThat(files.recorded().items()).isEmpty();
    }

    @Test
    void typesThatAreNotReadCostNothingWhateverElseTheyAre() throws IOException {
        String gateway = configItem("AWS::EC2::CustomerGateway", "cgw-1", TIME, "\"configuration\":[]")
                .replace("\"eu-west-1\"", "\"Not Applicable\"");

        Survey survey = files.file("f.json", snapshot(gateway, configBucket("a", TIME)));

        assertThat(survey.faults()).isEmpty();
        assertThat(survey.foreign()).containsExactly(Map.entry("AWS::EC2::CustomerGateway", 1L));
        assertComplete("a");
    }

    @Test
    void refusesARegionThatAwsDoesNotHaveAndSendsNothingOfIt() throws IOException {
        Survey survey = files.lines(bucket("a", TIME), bucket("eu-atlantis-7", "b", TIME));

        assertThat(survey.faults())
                .singleElement()
                .asString()
                .startsWith("line 2: region 'eu-atlantis-7' is not known");
        assertComplete("a");
        assertThat(files.recorded().text()).doesNotContain("atlantis");
    }

    @Test
    void takesARegionThatIsNewerThanTheBuildWhereItIsNamed() throws IOException {
        Survey survey = files.with("eu-atlantis-7").lines(bucket("eu-atlantis-7", "b", TIME));

        assertThat(survey.faults()).isEmpty();
        assertComplete("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"111122223333", "eu-west-1"})
    void saysInWordsWhatIsAcceptedOfAScope(String good) throws IOException {
        Survey canonical = files.lines(bucket("a", TIME).replace(good, "Mine"));
        Survey config = files.file("f.json", snapshot(configBucket("a", TIME).replace(good, "Mine")));

        assertThat(canonical.faults().get(0)).contains("'Mine'; accepted: ").doesNotContain("\\d", "[a-z]");
        assertThat(config.faults().get(0)).contains("'Mine'; accepted: ").doesNotContain("\\d", "[a-z]");
    }

    private void assertComplete(String... buckets) {
        assertThat(files.recorded().items())
                .extracting(ResourceConfiguration::resourceId)
                .containsExactly(buckets);
        assertThat(files.ends()).extracting(RunEnded::outcome).containsOnly(Outcome.COMPLETE);
    }
}
