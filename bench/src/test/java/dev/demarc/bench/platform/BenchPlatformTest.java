package dev.demarc.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.embedded.Entrance;
import dev.demarc.embedded.TestStack;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.local.platform.Environment;
import dev.demarc.shell.kafka.KafkaClients;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

class BenchPlatformTest {
    @Test
    void comesIntoAKafkaThatAsksForALogin() {
        TestStack stack = TestStack.shared(Entrance.SECURED);
        stack.createTopics(List.of(new TopicSpec("laid-in", 1, Map.of())));
        Map<String, String> variables = new HashMap<>();
        stack.kafkaSettings()
                .forEach((name, value) ->
                        variables.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));

        KafkaClients clients = BenchPlatform.kafka(new Environment(variables), stack.bootstrapServers());

        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("bench", Map.of())) {
            assertThat(consumer.partitionsFor("laid-in")).hasSize(1);
        }
    }
}
