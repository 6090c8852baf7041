package dev.demarc.assessment.publish;

import org.apache.kafka.clients.producer.Producer;

/** Opens producers, each with the transactional id of its shard. */
@FunctionalInterface
interface Producers {
    /** @return a producer whose transactions are not yet initialised */
    Producer<String, byte[]> open(int shard);
}
