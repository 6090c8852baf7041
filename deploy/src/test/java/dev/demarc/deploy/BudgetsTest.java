package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reads may cost, and for how long somebody waits, is said in the chart. */
class BudgetsTest {
    @ParameterizedTest
    @CsvSource({
        "assessment-service, DEMARC_READS_STATEMENT_LIMIT, 10s",
        "assessment-service, DEMARC_READS_SHARE_WHILE_WRITING, 0.25",
        "assessment-service, DEMARC_READS_PATIENCE, 10s",
        "assessment-service, DEMARC_STATEMENTS_SAME_TEAM_WAIVES_CRITICAL, false",
        "scanner-service, DEMARC_RECEPTION_PATIENCE, 1m",
        "gateway, DEMARC_GATEWAY_UPSTREAM_READS, 32",
        "gateway, DEMARC_GATEWAY_UPSTREAM_DOWNLOADS, 8",
        "gateway, DEMARC_GATEWAY_UPSTREAM_PATIENCE, 3s",
        "gateway, DEMARC_GATEWAY_UPSTREAM_ANSWER_TIMEOUT, 30s",
        "gateway, DEMARC_GATEWAY_UPSTREAM_READER_PATIENCE, 20s",
        "gateway, DEMARC_GATEWAY_LIVE_LISTENERS, 500",
        "gateway, DEMARC_GATEWAY_SCANS_KEPT, 100",
        "gateway, DEMARC_GATEWAY_SCANS_SCOPES, 300000"
    })
    void areTheServicesOwnInAFreshDeployment(String service, String variable, String value) {
        assertThat(Chart.usual().environment(service)).contains(entry(variable, value));
    }

    @Test
    void areSetByTheOperator() {
        Chart chart =
                Chart.usual().set("assessment.reads.statementLimit", "30s").set("gateway.scans.scopes", "1000000");

        assertThat(chart.environment("assessment-service")).contains(entry("DEMARC_READS_STATEMENT_LIMIT", "30s"));
        assertThat(chart.environment("gateway")).contains(entry("DEMARC_GATEWAY_SCANS_SCOPES", "1000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "assessment.reads.statementLimit, 0s, statementLimit",
        "assessment.reads.shareWhileWriting, 0, shareWhileWriting",
        "scanner.receptionPatience, soon, receptionPatience",
        "gateway.upstream.reads, 0, reads",
        "gateway.upstream.patience, 3, patience",
        "gateway.listeners, none, listeners"
    })
    void areRefusedWhereTheyAreNone(String setting, String value, String named) {
        assertThatThrownBy(() -> Chart.usual().set(setting, value).render()).hasMessageContaining(named);
    }

    private static String entry(String variable, String value) {
        return "{\"name\":\"%s\",\"value\":\"%s\"}".formatted(variable, value);
    }
}
