package dev.demarc.assessment.publish;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
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
        AFTER_COMMIT
    }

    private final Fault fault;

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
    public void commitTransaction() {
        end(Fault.BEFORE_COMMIT);
        super.commitTransaction();
        end(Fault.AFTER_COMMIT);
    }

    private void end(Fault here) throws KafkaException {
        if (fault == here) {
            throw new TimeoutException("killed " + here);
        }
    }
}
