package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private final Path folder;

    EmbeddedKafkaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void carriesRecordsFromProducerToConsumer() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("resources", 2)))) {
            Records.on(kafka).send("resources", "one", "two");

            assertThat(Records.on(kafka).committed("resources")).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void showsOnlyCommittedTransactionsToThoseWhoAskForThem() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("scorecards", 1)))) {
            Records.on(kafka).sendAborted("scorecards", "aborted");
            Records.on(kafka).sendInTransaction("scorecards", "committed");

            assertThat(Records.on(kafka).committed("scorecards")).containsExactly("committed");
        }
    }

    @Test
    void keepsRecordsOverARestartOnTheSamePort() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("resources", 1)))) {
            Records.on(kafka).send("resources", "kept");
            String address = kafka.bootstrapServers();

            kafka.stop();
            kafka.start();

            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(Records.on(kafka).committed("resources")).containsExactly("kept");
        }
    }

    @Test
    void takesARecordOfTwoMebibytes() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("catalog", 1)))) {
            String revision = "r".repeat(2 * 1024 * 1024);

            Records.on(kafka).send("catalog", revision);

            assertThat(Records.on(kafka).committed("catalog")).containsExactly(revision);
        }
    }

    @Test
    void bringsTheSettingsOfAnExistingTopicInLine() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("accounts", 1)));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            KafkaTopics.ensure(kafka.bootstrapServers(), List.of(TopicSpec.compacted("accounts", 1)));

            assertThat(Records.setting(admin, "accounts", "cleanup.policy")).isEqualTo("compact");
        }
    }

    @Test
    void refusesATopicWithFewerPartitionsThanAskedFor() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of(new TopicSpec("resources", 1)))) {
            assertThatThrownBy(
                            () -> KafkaTopics.ensure(kafka.bootstrapServers(), List.of(new TopicSpec("resources", 8))))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("resources has 1 partitions and needs 8");
        }
    }

    @Test
    void letsNobodyElseIntoItsFolder() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, List.of())) {
            assertThat(kafka.port()).isPositive();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, other.getLocalPort(), List.of()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }
}
