package dev.demarc.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document describes the topics and messages that the code has, no more and no fewer. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/asyncapi.yaml");

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = new YAMLMapper().readTree(DOCUMENT.toFile());
    }

    @Test
    void describesEveryTopicWithItsSettings() {
        var described = stream(document.path("channels"))
                .map(channel -> channel.path("address").asText() + " "
                        + channel.at("/bindings/kafka/partitions").asInt() + " "
                        + stream(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy"))
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(",")));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(topic -> topic.topicName() + " " + topic.partitions() + " "
                                + topic.settings().get("cleanup.policy"))
                        .toList());
    }

    @Test
    void describesEveryEventTypeWithItsSchema() {
        var described = stream(document.at("/components/messages"))
                .map(message -> message.path("name").asText() + " "
                        + message.at("/payload/$ref").asText());

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(type -> type.ceType() + " ./schemas/" + type.ceType() + ".json")
                        .toList());
    }

    @Test
    void refersOnlyToSchemasThatExist() {
        var missing = stream(document.at("/components/messages"))
                .map(message ->
                        DOCUMENT.resolveSibling(message.at("/payload/$ref").asText()))
                .filter(Files::notExists);

        assertThat(missing).isEmpty();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode object) {
        return StreamSupport.stream(object.spliterator(), false);
    }
}
