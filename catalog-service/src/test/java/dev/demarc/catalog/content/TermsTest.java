package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void standForWhatTheyName() {
        ObjectNode content = yaml("""
                terms:
                  on: configuration.a || configuration.b
                  both: term.on && configuration.c
                controls:
                  - {id: one, when: term.on, assert: "!term.both", why: A term.on is no expression here}
                """);

        Terms.expand("file.yaml", content);

        assertThat(content).isEqualTo(yaml("""
                controls:
                  - id: one
                    when: (configuration.a || configuration.b)
                    assert: "!((configuration.a || configuration.b) && configuration.c)"
                    why: A term.on is no expression here
                """));
    }

    @Test
    void refuseWhatIsNotDefinedAbove() {
        ObjectNode content = yaml("""
                terms: {first: term.second, second: "true"}
                controls:
                  - {assert: term.first || term.second || term.third}
                """);

        assertThatThrownBy(() -> Terms.expand("file.yaml", content))
                .hasMessageContaining("file.yaml: terms.first: speaks of term.second, which is not defined above")
                .hasMessageContaining(
                        "file.yaml: controls[0].assert: speaks of term.third, which is not defined above; accepted: [first, second]");
    }

    @Test
    void refuseWhatNothingUsesOrIsNoText() {
        ObjectNode content = yaml("terms: {unused: 'true', number: 5}");

        assertThatThrownBy(() -> Terms.expand("file.yaml", content))
                .hasMessageContaining("file.yaml: terms.unused: is used by no expression")
                .hasMessageContaining("file.yaml: terms.number: is '5'; accepted: an expression");
    }

    private static ObjectNode yaml(String text) {
        return (ObjectNode) YamlReader.read(text.getBytes(StandardCharsets.UTF_8), "file.yaml");
    }
}
