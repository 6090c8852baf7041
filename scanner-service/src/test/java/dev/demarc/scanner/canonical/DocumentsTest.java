package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Version\": \"2012-10-17\"}",
                "  {\"Version\":\"2012-10-17\"} ",
                "%7B%22Version%22%3A%222012-10-17%22%7D",
                "\"{\\\"Version\\\":\\\"2012-10-17\\\"}\""
            })
    void parsesADocumentHoweverItIsEncoded(String text) {
        assertThat(Documents.parse(text)).isEqualTo(Map.of("Version", "2012-10-17"));
    }

    @Test
    void refusesWhatIsNoDocumentWithoutRepeatingIt() {
        assertThatThrownBy(() -> Documents.parse("{hidden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the document is not a JSON object");
    }
}
