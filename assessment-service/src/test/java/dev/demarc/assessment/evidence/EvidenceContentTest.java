package dev.demarc.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.shell.problem.RefusedContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceContentTest {
    @ParameterizedTest
    @CsvSource({
        "minutes.pdf, 255044462d312e37, PDF",
        "screen.png, 89504e470d0a1a0a0000000d49484452, PNG",
        "screen.JPG, ffd8ffe000104a464946, JPEG",
        "screen.gif, 474946383961, GIF",
        "scan.tiff, 49492a0008000000, TIFF",
        "screen.webp, 524946460000000057454250, WEBP"
    })
    void tellsWhatPeopleReadByItsFirstBytes(String name, String hex, EvidenceType type) {
        assertThat(EvidenceContent.typeOf(name, HexFormat.of().parseHex(hex))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list.csv | name,date¶Ada,2026-05-01¶",
                "list.tsv | name\tdate¶",
                "answer.json | {\"Account\": \"111122223333\", \"Enabled\": true}",
                "answers.json | [1, 2]",
                "notes.md | # Round of May¶¶- patched",
                "values.yaml | retention: 30¶owner: ops",
                "run.log | 2026-05-01T10:00:00Z INFO backup done",
                "coloured.log | \u001b[32mok\u001b[0m",
                "approval.eml | From: ada@example.com¶To: grace@example.com¶Subject: Agreed¶Date: Fri, 1 May 2026 10:00:00 +0000¶¶Agreed.",
                "approval.txt | Subject: Agreed¶¶Agreed.",
                "umlauts.txt | Prüfung bestanden"
            })
    void takesTextUnderEachOfItsNames(String name, String text) {
        assertThat(EvidenceContent.typeOf(name, text.replace('¶', '\n').getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(EvidenceType.TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "minutes.docx, word/document.xml, WORD",
        "list.xlsx, xl/workbook.xml, EXCEL",
        "round.pptx, ppt/presentation.xml, POWERPOINT"
    })
    void tellsDocumentsByWhatTheirArchiveHolds(String name, String part, EvidenceType type) throws IOException {
        assertThat(EvidenceContent.typeOf(name, zip("[Content_Types].xml", part)))
                .isEqualTo(type);
        assertThat(EvidenceContent.typeOf(name, zip("_rels/.rels", part, "[Content_Types].xml")))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "minutes.odt, application/vnd.oasis.opendocument.text, OPEN_TEXT",
        "list.ods, application/vnd.oasis.opendocument.spreadsheet, OPEN_SPREADSHEET",
        "round.odp, application/vnd.oasis.opendocument.presentation, OPEN_PRESENTATION"
    })
    void tellsOpenDocumentsByTheTypeThatTheyBeginWith(String name, String mediaType, EvidenceType type)
            throws IOException {
        assertThat(EvidenceContent.typeOf(name, openDocument(mediaType, "content.xml")))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "7f454c4602010100, application/x-elf",
        "4d5a90000300000004000000ffff, application/x-msdownload",
        "cafebabe0000003d, application/java-vm",
        "23212f62696e2f73680a6964, application/x-sh",
        "3c68746d6c3e3c2f68746d6c3e, text/html",
        "3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f737667222f3e, image/svg+xml",
        "0061736d01000000, application/wasm",
        "0001020304050607, application/octet-stream"
    })
    void refusesEverythingElseAndNamesWhatWasFoundAndWhatIsAccepted(String hex, String found) {
        byte[] content = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> EvidenceContent.typeOf("minutes.pdf", content))
                .isInstanceOf(RefusedContentException.class)
                .hasMessageStartingWith("The file holds ")
                .hasMessageContaining(found)
                .hasMessageContaining("accepted: PDF (.pdf), Word (.docx)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/MANIFEST.MF", "a/B.class", "tool.exe", "minutes.pdf"})
    void refusesArchivesThatAreNoDocuments(String entry) throws IOException {
        byte[] zip = zip(entry);

        assertThatThrownBy(() -> EvidenceContent.typeOf("minutes.docx", zip))
                .isInstanceOf(RefusedContentException.class)
                .hasMessageContaining("an archive that is no document");
    }

    @Test
    void refusesDocumentsWithMacros() throws IOException {
        byte[] word = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        byte[] sheet = openDocument(EvidenceType.OPEN_SPREADSHEET.mediaType(), "Basic/Standard/Module1.xml");

        assertThatThrownBy(() -> EvidenceContent.typeOf("minutes.docx", word)).hasMessageContaining("with macros");
        assertThatThrownBy(() -> EvidenceContent.typeOf("list.ods", sheet)).hasMessageContaining("with macros");
    }

    @Test
    void refusesWhatIsTextOnlyWhereItBegins() {
        byte[] content = ("name,date\n".repeat(1000) + '\0').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EvidenceContent.typeOf("list.csv", content))
                .hasMessageContaining("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.bat", "minutes.pdf", "minutes", "a.txt.sh"})
    void refusesANameThatIsNotOfWhatTheFileHolds(String name) {
        byte[] text = "Reviewed and agreed.".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EvidenceContent.typeOf(name, text))
                .isInstanceOf(RefusedContentException.class)
                .hasMessageContaining("'%s'; accepted: a name in .txt".formatted(name));
    }

    @Test
    void refusesAnArchiveThatUnpacksToTooMuch() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 201; i++) {
                zip.write(megabyte);
            }
        }

        assertThatThrownBy(() -> EvidenceContent.typeOf("minutes.docx", bytes.toByteArray()))
                .hasMessageContaining("more than 200 MB");
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    /** Its first entry is its media type, not compressed. */
    private static byte[] openDocument(String mediaType, String entry) throws IOException {
        byte[] type = mediaType.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
