package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.resource.Scope;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFaultsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SCOPES = 20;
    private static final int BUCKETS = 30;
    private static final TestConfig CONFIG = TestConfig.small().steps(500);

    private final Stack stack;

    StackFaultsTest(@TempDir Path folder) {
        stack = new Stack(folder);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void kafkaRestartedDuringALoadLosesAndDoublesNothing() throws SQLException {
        try (RunningInstance instance = stack.instance(CONFIG.batches(20))) {
            stack.send(load("s0", 0));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stack.database().number("SELECT count(*) FROM resource") > 10);

            stack.kafka().stop();
            stack.kafka().start();
            stack.send(load("s1", 1000));

            holdsTheLoad(instance);
        }
    }

    @Test
    void postgresRestartedDuringALoadLosesAndDoublesNothing() throws SQLException {
        try (RunningInstance instance = stack.instance(CONFIG.batches(20))) {
            stack.send(load("s0", 0));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stack.database().number("SELECT count(*) FROM resource") > 10);

            stack.postgres().stop();
            stack.postgres().start();

            holdsTheLoad(instance);
        }
    }

    @Test
    void anInstanceThatEndsAndAnotherThatTakesOverLoseAndDoubleNothing() throws SQLException {
        stack.send(load("s0", 0));
        try (RunningInstance first = stack.instance(CONFIG.batches(20))) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stack.database().number("SELECT count(*) FROM resource") > 10);
            assertThat(first.notAlive()).isEmpty();
        }

        try (RunningInstance second = stack.instance(CONFIG)) {
            holdsTheLoad(second);
        }
    }

    @Test
    void aPausedInstanceThatWakesAfterItsPartitionMovedCannotWrite() throws Exception {
        try (InstanceInItsOwnJvm paused = new InstanceInItsOwnJvm(stack, CONFIG.batches(1))) {
            stack.send(load("s0", 0));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stack.database().number("SELECT count(*) FROM resource") > 10);
            paused.pause();
            try (RunningInstance other = stack.instance(CONFIG)) {
                await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);
                String decided = stack.database().decided();

                paused.wake();
                await().atMost(PATIENCE).ignoreExceptions().until(() -> paused.output()
                        .contains("waits"));
                stack.send(load("s0", 0));

                holdsTheLoad(other);
                assertThat(stack.database().decided()).isEqualTo(decided);
            }
        }
    }

    @Test
    void whatKafkaLostMakesScopesStaleUntilTheirNextScan() {
        try (RunningInstance instance = stack.instance(CONFIG)) {
            stack.send(load("s0", 0));
            await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);
            assertThat(instance.notAlive()).isEmpty();
        }
        stack.loseTheTopic();

        try (RunningInstance instance = stack.instance(CONFIG)) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stack.database()
                                    .number("SELECT count(*) FROM scope_state WHERE stale_reason = 'RECORDS_LOST'")
                            == SCOPES);
            stack.send(load("s1", 1000));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stack.database()
                                    .number("SELECT count(*) FROM scope_state WHERE stale_reason = 'RECORDS_LOST'")
                            == 0);
            assertThat(instance.notAlive()).isEmpty();
        }
    }

    @Test
    void whatRetentionDroppedUnreadMakesScopesStale() {
        try (RunningInstance instance = stack.instance(CONFIG)) {
            stack.send(load("s0", 0));
            await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);
            assertThat(instance.notAlive()).isEmpty();
        }
        stack.send(load("s1", 1000));
        stack.loseWhatIsThere();

        try (RunningInstance instance = stack.instance(CONFIG)) {
            await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);
            assertThat(stack.database().number("SELECT count(*) FROM scope_state WHERE stale_reason IS NOT NULL"))
                    .isEqualTo(SCOPES);
            assertThat(instance.notAlive()).isEmpty();
        }
    }

    private void holdsTheLoad(RunningInstance instance) throws SQLException {
        await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        stack.database().number("SELECT count(*) FROM scope_state WHERE removal_run IS NOT NULL") == 0);
        assertThat(stack.database().number("SELECT count(*) FROM resource")).isEqualTo(SCOPES * BUCKETS);
        assertThat(stack.database().number("SELECT sum(pass) FROM tally WHERE control = 1"))
                .isEqualTo(SCOPES * BUCKETS / 2);
        assertThat(stack.database().number("SELECT sum(fail) FROM tally WHERE control = 1"))
                .isEqualTo(SCOPES * BUCKETS / 2);
        assertThat(instance.instance().recount().run().disagreements()).isEmpty();
        assertThat(instance.notAlive()).isEmpty();
    }

    private static List<ProducerRecord<String, byte[]>> load(String scan, long seconds) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int scope = 0; scope < SCOPES; scope++) {
            Bucket[] buckets = new Bucket[BUCKETS];
            for (int i = 0; i < BUCKETS; i++) {
                Bucket bucket = Bucket.named("bucket-" + i);
                buckets[i] = i % 2 == 0 ? bucket : bucket.unencrypted();
            }
            messages.addAll(completeRun(
                    new Scope("%012d".formatted(scope), "eu-central-1", Inputs.BUCKET), scan, at(seconds), buckets));
        }
        return messages;
    }
}
