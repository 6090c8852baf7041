package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.begin;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.Inputs.end;
import static dev.demarc.assessment.partition.Inputs.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRecordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;

    RefusedRecordTest(@TempDir Path folder) {
        stack = new Stack(folder);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void aRecordThatTheDatabaseRefusesGoesToDeadLettersAndTheRestGoesOn() throws Exception {
        ProducerRecord<String, byte[]> refused =
                end(SCOPE, "s0", at(2), Outcome.DENIED, "access \0 denied", "s3:ListAllMyBuckets");
        stack.send(List.of(begin(SCOPE, "s0", at(0)), item("s0", Bucket.named("before")), refused));
        stack.send(completeRun(SCOPE, "s1", at(100), Bucket.named("after")));

        try (RunningInstance instance = stack.instance(TestConfig.small())) {
            await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(stack.database().resourceIds()).containsExactly("after"));

            assertThat(stack.deadLetters())
                    .containsOnlyKeys(SCOPE.toString())
                    .allSatisfy((scope, reason) -> assertThat(reason).startsWith("the database refuses it: "));
            assertThat(stack.database().rows("SELECT last_complete_run FROM scope_state"))
                    .containsExactly("s1#1");
            assertThat(instance.instance().recount().run().disagreements()).isEmpty();
            assertThat(instance.notAlive()).isEmpty();
        }
    }

    @Test
    void aTeamsNameThatIsLongerThanAnIndexHoldsIsCutAndStopsNothing() {
        Bucket longNamed = Bucket.named("long").tagged("team", incompressible(20_000));
        Scope another = new Scope("444455556666", "eu-central-1", Inputs.BUCKET);
        stack.send(List.of(item("s0", Bucket.named("before")), item("s0", longNamed)));
        stack.send(completeRun(another, "s0", at(0), Bucket.named("after")));

        try (RunningInstance instance = stack.instance(TestConfig.small())) {
            await().atMost(PATIENCE).ignoreExceptions().until(stack::allIsIngested);

            assertThat(stack.database().resourceIds()).containsExactly("after", "before", "long");
            assertThat(stack.deadLetters()).isEmpty();
            assertThat(instance.notAlive()).isEmpty();
        }
    }

    private static String incompressible(int length) {
        return new Random(1)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
