package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import dev.demarc.local.platform.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must stand once all that Kafka has is taken in: judged here, of what was sent alone. */
record ChaosModel(Map<Scope, ChaosLoad.Sent> sent, Judge judge) {
    /** The columns of an export up to the verdict, none of which needs quotes here. */
    private static final int ID = 3;

    private static final int CONTROL = 5;
    private static final int TEAM = 8;
    private static final int VERDICT = 10;
    private static final int COLUMNS = 12;

    /** Every verdict once, whose each failure is, and the same on the scorecards, none of them older than what was sent. */
    void mustStandIn(Demarc demarc) {
        mustBeTheSame(exported(demarc), verdicts());
        IndependentCount.of(judge, resources().toList()).mustEqualThe(demarc, ChaosLoad.ORGANIZATION);
        sent.forEach((scope, last) -> mustBeFresh(demarc, scope, last));
    }

    /** What was told of findings, each event once, ends with those that are open now. */
    void mustBeWhatWasTold(FindingHistory history) {
        history.mustEndWith(
                findings(EnumSet.of(Verdict.FAIL)), findings(EnumSet.of(Verdict.PASS, Verdict.NOT_APPLICABLE)));
    }

    long verdictsCompared() {
        return verdicts().size();
    }

    /** Every loop of every service turns, the gateway hears the bus, and whatever was put aside can be seen. */
    static void mustBeWell(Demarc demarc) {
        for (Service service : Service.values()) {
            JsonNode health = demarc.health(service);
            assertThat(health.path("status").asText()).as("%s", health).isEqualTo("UP");
            health.path("checks")
                    .forEach(check -> assertThat(check.at("/data/kafkaAnswers").asBoolean(true))
                            .as("%s", check)
                            .isTrue());
        }
        assertThat(demarc.get("/api/v1/dead-letters").path("total").isNumber()).isTrue();
    }

    private Stream<ResourceConfiguration> resources() {
        return sent.values().stream().flatMap(run -> run.resources().stream());
    }

    private List<String> verdicts() {
        Instant now = Instant.now();
        return resources()
                .flatMap(resource ->
                        judge.judge(resource, now).verdicts().stream().map(verdict -> line(resource, verdict)))
                .sorted()
                .toList();
    }

    private static void mustBeTheSame(List<String> exported, List<String> expected) {
        List<String> lost = new ArrayList<>(expected);
        exported.forEach(lost::remove);
        List<String> doubled = new ArrayList<>(exported);
        expected.forEach(doubled::remove);
        assertThat(lost)
                .as("%d verdicts lost of %d", lost.size(), expected.size())
                .isEmpty();
        assertThat(doubled)
                .as("%d verdicts too many beside %d", doubled.size(), expected.size())
                .isEmpty();
    }

    private Set<String> findings(Set<Verdict> verdicts) {
        Instant now = Instant.now();
        return resources()
                .flatMap(resource -> judge.judge(resource, now).verdicts().stream()
                        .filter(verdict -> verdicts.contains(verdict.verdict()))
                        .map(verdict -> resource.key() + "." + verdict.control().id()))
                .collect(Collectors.toSet());
    }

    private static String line(ResourceConfiguration resource, ControlVerdict verdict) {
        return line(
                resource.resourceId(),
                verdict.control().id(),
                verdict.verdict().name(),
                resource.tags().getOrDefault("team", ""));
    }

    private static List<String> exported(Demarc demarc) {
        return demarc.text("/api/v1/exports/verdicts.csv?organization=" + ChaosLoad.ORGANIZATION)
                .lines()
                .skip(1)
                .map(line -> line.split(",", COLUMNS))
                .filter(cells -> !cells[ID].isEmpty())
                .map(cells -> line(cells[ID], cells[CONTROL], cells[VERDICT], cells[TEAM]))
                .sorted()
                .toList();
    }

    /** Whose a resource is that cannot be read any more is what was known of it before. */
    private static String line(String resource, String control, String verdict, String team) {
        String owner = verdict.equals(Verdict.UNKNOWN.name()) ? "" : team;
        return String.join(" ", resource, control, verdict, owner);
    }

    private static void mustBeFresh(Demarc demarc, Scope scope, ChaosLoad.Sent last) {
        JsonNode scorecard = demarc.get("/api/v1/accounts/" + scope.account()).path("scorecard");
        assertThat(scorecard.path("reassessing").asBoolean()).isFalse();
        assertThat(scorecard.path("scopesRead").asInt()).isEqualTo(1);
        assertThat(Instant.parse(scorecard.path("observedFrom").asText()))
                .as("age of account %s", scope.account())
                .isBetween(last.begunAt(), Instant.now());
    }
}
