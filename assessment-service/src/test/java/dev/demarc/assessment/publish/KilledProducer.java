package dev.demarc.assessment.publish;

import dev.demarc.contracts.event.Topic;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeps what was committed, and ends like a killed process at one point. */
final class KilledProducer extends MockProducer<String, byte[]> {
    /** Where it ends. */
    enum Fault {
        NONE,
        BEFORE_SEND,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        CARD_TOO_LARGE
    }

    private final Fault fault;
    private boolean tooLarge;

    KilledProducer(Fault fault) {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
        this.fault = fault;
    }

    @Override
    public void beginTransaction() {
        end(Fault.BEFORE_SEND);
        super.beginTransaction();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
        tooLarge |= fault == Fault.CARD_TOO_LARGE && message.topic().equals(Topic.SCORECARDS.topicName());
        return super.send(message);
    }

    @Override
    public void abortTransaction() {
        tooLarge = false;
        super.abortTransaction();
    }

    @Override
    public void commitTransaction() {
        end(Fault.BEFORE_COMMIT);
        if (tooLarge) {
            throw new KafkaException("in an error state", new RecordTooLargeException("a card of 4 MiB"));
        }
        super.commitTransaction();
        end(Fault.AFTER_COMMIT);
    }

    private void end(Fault here) throws KafkaException {
        if (fault == here) {
            throw new TimeoutException("killed " + here);
        }
    }
}
