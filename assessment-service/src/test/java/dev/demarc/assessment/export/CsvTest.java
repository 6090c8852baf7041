package dev.demarc.assessment.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesWhatHoldsCommasQuotesAndLineBreaks() {
        assertThat(Csv.line("plain", "a,b", "say \"no\"", "two\nlines", null, 7))
                .isEqualTo("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uFF1D1"})
    void makesHarmlessWhatASpreadsheetWouldRun(String formula) {
        assertThat(Csv.line(formula)).isEqualTo("'" + formula + "\r\n");
    }

    @Test
    void makesHarmlessWhatIsQuotedToo() {
        assertThat(Csv.line("=HYPERLINK(\"http://example.org\",\"x\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"\r\n");
    }
}
