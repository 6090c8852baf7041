package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SamplePlatform.class)
class ScalingTest {
    @Test
    void theScalerWatchesTheGroupsThatTheServicesForm(Demarc demarc) throws Exception {
        Map<String, Set<String>> watched = watched();

        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", demarc.state().bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(read(admin, watched.keySet()))
                    .isEqualTo(watched));
        }
    }

    private static Map<String, Set<String>> watched() throws Exception {
        JsonNode services = new YAMLMapper()
                .readTree(Path.of("..", "deploy", "helm", "demarc", "scaling.yaml")
                        .toFile());
        Map<String, Set<String>> topics = new TreeMap<>();
        services.forEach(triggers -> triggers.forEach(trigger -> topics.put(
                trigger.path("group").asText(), Set.of(trigger.path("topic").asText()))));
        return topics;
    }

    private static Map<String, Set<String>> read(Admin admin, Set<String> groups) throws Exception {
        Map<String, Set<String>> topics = new TreeMap<>();
        for (ConsumerGroupDescription group :
                admin.describeConsumerGroups(groups).all().get().values()) {
            Set<String> read = new TreeSet<>();
            group.members().forEach(member -> member.assignment().topicPartitions().stream()
                    .map(TopicPartition::topic)
                    .forEach(read::add));
            topics.put(group.groupId(), read);
        }
        return topics;
    }
}
