package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How long what is no more is kept is said in the chart. */
class HistoryTest {
    @Test
    void keepsHistoryForEverUnlessItIsSaid() {
        assertThat(Chart.usual().environment("assessment-service"))
                .contains("{\"name\":\"DEMARC_HISTORY_DEPARTED_ACCOUNTS\",\"value\":\"30d\"}")
                .noneMatch(variable -> variable.contains("DEMARC_HISTORY_RETENTION"));
    }

    @Test
    void keepsItAsLongAsIsSaid() {
        Chart chart = Chart.usual().set("history.retention", "400d").set("history.departedAccounts", "7d");

        assertThat(chart.environment("assessment-service"))
                .contains(
                        "{\"name\":\"DEMARC_HISTORY_RETENTION\",\"value\":\"400d\"}",
                        "{\"name\":\"DEMARC_HISTORY_DEPARTED_ACCOUNTS\",\"value\":\"7d\"}");
    }

    @Test
    void isRefusedWhereItIsNoDuration() {
        assertThatThrownBy(() -> Chart.usual().set("history.retention", "long").render())
                .hasMessageContaining("retention");
    }
}
