package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhileTest {
    private static final Judge JUDGE = Judge.of(Shipped.CONTENT.revision());

    @Test
    void standsBeforeTheConditionsOfControlsOfItsType() {
        ObjectNode content = yaml("""
                type: One
                while: {One: a || b}
                controls:
                  - {id: without}
                  - {id: with, when: c || d}
                  - {id: other, type: Two, when: e}
                """);

        While.expand("file.yaml", content);

        assertThat(content).isEqualTo(yaml("""
                type: One
                controls:
                  - {id: without, when: a || b}
                  - {id: with, when: (a || b) && (c || d)}
                  - {id: other, type: Two, when: e}
                """));
    }

    @Test
    void refusesTypesThatNoControlIsOfAndWhatIsNoText() {
        ObjectNode content = yaml("{type: One, while: {One: 5, Two: a}, controls: [{id: one}]}");

        assertThatThrownBy(() -> While.expand("file.yaml", content))
                .hasMessageContaining("file.yaml: while.One: is '5'; accepted: an expression")
                .hasMessageContaining("file.yaml: while.Two: is the type of no control here; accepted: [One]");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EC2::Instance, 'state: {name: shutting-down}', 'state: {name: stopping}'",
        "AWS::EC2::Instance, 'state: {name: terminated}', 'state: {name: running}'",
        "AWS::EC2::Volume, state: deleting, state: available",
        "AWS::DynamoDB::Table, tableStatus: DELETING, tableStatus: UPDATING",
        "AWS::RDS::DBInstance, dbInstanceStatus: deleting, dbInstanceStatus: stopped",
        "AWS::RDS::DBCluster, status: deleting, status: available",
        "AWS::EFS::FileSystem, lifeCycleState: deleting, lifeCycleState: available"
    })
    void noShippedControlAppliesToWhatIsGoingAway(String type, String going, String there) {
        assertThat(verdicts(type, going)).isNotEmpty().containsOnly(Verdict.NOT_APPLICABLE);
        assertThat(verdicts(type, there)).contains(Verdict.UNKNOWN);
    }

    private static List<Verdict> verdicts(String type, String configuration) {
        ObjectNode example = yaml("{name: of nothing but a state, configuration: {%s}}".formatted(configuration));
        ResourceConfiguration resource =
                Json.read(Json.bytes(example), Example.class).resource(type, "eu-central-1");
        return JUDGE.judge(resource, Example.NOW).verdicts().stream()
                .filter(each -> each.control().assessment() == Control.Assessment.AUTOMATED)
                .map(ControlVerdict::verdict)
                .toList();
    }

    private static ObjectNode yaml(String text) {
        return (ObjectNode) YamlReader.read(text.getBytes(StandardCharsets.UTF_8), "file.yaml");
    }
}
