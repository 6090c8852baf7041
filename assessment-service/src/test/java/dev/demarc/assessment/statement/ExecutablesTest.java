package dev.demarc.assessment.statement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.shell.problem.RefusedContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f454c4602010100",
                "4d5a9000",
                "feedface00",
                "cffaedfe07",
                "cafebabe0000003d",
                "23212f62696e2f7368",
                "406563686f206f6666",
                "0061736d01"
            })
    void refusesProgramsByTheirContentWhateverTheirName(String hex) {
        assertThatThrownBy(
                        () -> Executables.refuse("minutes.pdf", HexFormat.of().parseHex(hex)))
                .isInstanceOf(RefusedContentException.class)
                .hasMessageContaining("accepted: documents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.ps1", "RUN.BAT", "a.sh", "setup.msi", "book.xlsm"})
    void refusesProgramsByTheirName(String name) {
        assertThatThrownBy(() -> Executables.refuse(name, "text".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedContentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/MANIFEST.MF", "a/B.class", "word/vbaProject.bin", "tool.exe"})
    void refusesArchivesThatHoldPrograms(String entry) throws IOException {
        byte[] zip = zip(entry);

        assertThatThrownBy(() -> Executables.refuse("evidence.zip", zip)).isInstanceOf(RefusedContentException.class);
    }

    @Test
    void acceptsDocuments() throws IOException {
        byte[] document = zip("word/document.xml");

        assertThatCode(() -> {
                    Executables.refuse("minutes.docx", document);
                    Executables.refuse("minutes.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
                    Executables.refuse("list.csv", "name,date".getBytes(StandardCharsets.UTF_8));
                })
                .doesNotThrowAnyException();
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
