package dev.demarc.scanner.scan;

import dev.demarc.scanner.aws.ReplicaShare;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Tells the rate budgets how many partitions of tasks one consumer has. */
final class ShareKeeper implements ConsumerRebalanceListener {
    private final ReplicaShare share;
    private final Consumer<?, ?> consumer;
    private final String topic;

    /** @param consumer is told of here, and knows by then how many partitions the topic has */
    ShareKeeper(ReplicaShare share, Consumer<?, ?> consumer, String topic) {
        this.share = share;
        this.consumer = consumer;
        this.topic = topic;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        share.reads(topic, consumer.partitionsFor(topic).size());
        share.changes(partitions.size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        share.changes(-partitions.size());
    }
}
