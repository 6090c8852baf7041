package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredKafkaTest {
    private final Path folder;
    private final EmbeddedKafka kafka;

    SecuredKafkaTest(@TempDir Path folder) {
        this.folder = folder;
        kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("resources", 1)), Entrance.SECURED);
    }

    @AfterAll
    void end() {
        kafka.close();
    }

    @Test
    void servesAClientWithTheRightLogin() throws Exception {
        Records.on(kafka).send("resources", "one");
        Records.on(kafka).sendInTransaction("resources", "two");

        assertThat(Records.on(kafka).committed("resources")).contains("one", "two");
    }

    @Test
    void refusesAClientThatComesPlainly() {
        assertThatThrownBy(() -> topics(Map.of("bootstrap.servers", kafka.bootstrapServers())))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void refusesAClientWithoutTheRightPassword() {
        Map<String, String> guessed = new HashMap<>(kafka.clientSettings());
        guessed.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"demarc\" password=\"guessed\";");

        assertThatThrownBy(() -> topics(guessed)).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void isRefusedByAClientThatTrustsOthersAlone() {
        Map<String, String> trusting = new HashMap<>(kafka.clientSettings());
        trusting.remove("ssl.truststore.type");
        trusting.remove("ssl.truststore.location");

        assertThatThrownBy(() -> topics(trusting)).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void keepsItsLoginOverARestart() throws Exception {
        Map<String, String> login = kafka.clientSettings();
        kafka.stop();

        kafka.start();

        assertThat(topics(login)).contains("resources");
        assertThat(new KafkaDoor(folder, Entrance.SECURED).client(kafka.bootstrapServers()))
                .isEqualTo(login);
    }

    private static Iterable<String> topics(Map<String, String> client) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("default.api.timeout.ms", 3_000);
        settings.put("request.timeout.ms", 2_000);
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }
}
