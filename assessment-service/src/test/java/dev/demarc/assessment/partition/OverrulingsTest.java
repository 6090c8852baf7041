package dev.demarc.assessment.partition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.scan.ScanProgress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OverrulingsTest {
    private static final ScanProgress OVERRULED = ScanProgress.overruled(
            new RunEnded(
                    Inputs.SCOPE,
                    Inputs.run("s"),
                    Outcome.COMPLETE,
                    0,
                    0,
                    new IdDigest().hex(),
                    Inputs.START,
                    null,
                    null,
                    null),
            Inputs.START,
            "a newer one speaks");

    @Test
    void waitForAKafkaThatIsAway() {
        Overrulings overrulings = refusedWith(new TimeoutException("away"));

        assertThatThrownBy(() -> overrulings.send(List.of(OVERRULED))).isInstanceOf(KafkaException.class);
    }

    @Test
    void holdNothingUpWhereTheyMayNotBeTold() {
        Overrulings overrulings = refusedWith(new TopicAuthorizationException("demarc.scan-progress"));

        assertThatCode(() -> overrulings.send(List.of(OVERRULED))).doesNotThrowAnyException();
    }

    private static Overrulings refusedWith(KafkaException reason) {
        return new Overrulings(() ->
                new MockProducer<>(
                        true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
                        return CompletableFuture.failedFuture(reason);
                    }
                });
    }
}
