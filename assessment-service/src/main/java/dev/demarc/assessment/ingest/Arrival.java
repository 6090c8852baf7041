package dev.demarc.assessment.ingest;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** When a record came onto the bus: the broker's word, where the topic has it. */
public final class Arrival {
    private Arrival() {}

    /** @param now what no record can have come after, where only its producer's clock says when it came */
    public static Instant of(ConsumerRecord<?, ?> record, Instant now) {
        Instant said = Instant.ofEpochMilli(record.timestamp());
        return isOfTheBroker(record) || said.isBefore(now) ? said : now;
    }

    /** Whether the broker has said when it came, as {@code message.timestamp.type=LogAppendTime} makes it. */
    public static boolean isOfTheBroker(ConsumerRecord<?, ?> record) {
        return record.timestampType() == TimestampType.LOG_APPEND_TIME;
    }
}
