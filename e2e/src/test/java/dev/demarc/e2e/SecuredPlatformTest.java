package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.embedded.Databases;
import dev.demarc.embedded.Entrance;
import dev.demarc.embedded.TestStack;
import dev.demarc.engine.Judge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka takes SASL_SSL alone and PostgreSQL takes TLS alone: what leads everything in is a few variables. */
@Order(1)
class SecuredPlatformTest {
    private static final TestStack STACK = TestStack.shared(Entrance.SECURED);
    private static final Scope SCOPE = new Scope("777777770000", "eu-central-1", ChaosBuckets.TYPE);

    private final Path folder;

    SecuredPlatformTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesAFileToAScorecardAndAnswersEveryCommand() throws Exception {
        List<ResourceConfiguration> buckets = ChaosBuckets.of(SCOPE, 1, Instant.now());
        try (Demarc demarc = Demarc.up("secured", variables(), "--no-sample")) {
            assertThat(run(demarc, "import", snapshot(buckets).toString())).contains("1 complete");
            Judge judge = Judge.of(IndependentCount.revision(demarc));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> IndependentCount.of(judge, buckets).mustEqualThe(demarc, ChaosLoad.ORGANIZATION));

            assertThat(run(demarc, "recount")).contains("\"agrees\":true");
            assertThat(run(demarc, "status")).contains("ready");
            assertThat(run(demarc, "sample", "remove")).contains("not there");
            sendBytesThatAreNoRecord();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() ->
                            assertThat(run(demarc, "dead-letters", "list")).contains("1 shown"));
            assertThat(run(demarc, "dead-letters", "drop")).contains("1 dropped, 0 refused");
        }
    }

    @Test
    void isLedInByTheVariablesThatComposeGives() throws IOException {
        JsonNode given = new YAMLMapper()
                .readTree(Path.of("..", "deploy", "compose.yaml").toFile())
                .path("x-every-service");

        assertThat(kafkaVariables().keySet()).allMatch(given::has);
    }

    private static Map<String, String> variables() {
        Databases databases = STACK.databases();
        Map<String, String> variables = new HashMap<>(kafkaVariables());
        variables.put("DEMARC_POSTGRES_URL", "postgresql://" + databases.address() + databases.options());
        variables.put("DEMARC_POSTGRES_USER", databases.user());
        variables.put("DEMARC_POSTGRES_PASSWORD", databases.password());
        return variables;
    }

    private static Map<String, String> kafkaVariables() {
        Map<String, String> variables = new TreeMap<>();
        STACK.kafkaSettings()
                .forEach((name, value) ->
                        variables.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return variables;
    }

    private String run(Demarc demarc, String... command) throws IOException {
        Path printed = folder.resolve(command[0] + ".printed");
        int status = demarc.run(printed, Map.of(), command);

        String text = Files.readString(printed);
        assertThat(status).as("%s", text).isZero();
        return text;
    }

    private Path snapshot(List<ResourceConfiguration> buckets) throws IOException {
        Account account = new Account(
                SCOPE.account(),
                "secured",
                ChaosLoad.ORGANIZATION,
                List.of(),
                Account.Status.ACTIVE,
                List.of(SCOPE.region()),
                null);
        List<String> lines = new ArrayList<>();
        lines.add(Json.MAPPER.writeValueAsString(Map.of("account", account)));
        for (ResourceConfiguration bucket : buckets) {
            lines.add(Json.MAPPER.writeValueAsString(bucket));
        }
        return Files.write(folder.resolve("account.jsonl"), lines);
    }

    private static void sendBytesThatAreNoRecord() throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(STACK.kafkaSettings());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topic.RESOURCES.topicName(), SCOPE.toString(), "none".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
