package dev.demarc.gateway.bus;

import dev.demarc.contracts.event.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One topic of the bus: where reading starts and what each of its records does. Called by one thread only. */
public interface Feed {
    /** From which record on a topic is read. */
    enum Start {
        BEGINNING,
        RECENT,
        END
    }

    Topic topic();

    default Start start() {
        return Start.BEGINNING;
    }

    /** @param live whether the record is news, false while what was there at the start is read */
    void accept(ConsumerRecord<String, byte[]> record, boolean live);
}
