package dev.demarc.scanner.scan;

import dev.demarc.scanner.aws.ReplicaShare;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Tells the rate budgets how many partitions of tasks one consumer has. */
final class ShareKeeper implements ConsumerRebalanceListener {
    private final ReplicaShare share;

    ShareKeeper(ReplicaShare share) {
        this.share = share;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        share.changes(partitions.size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        share.changes(-partitions.size());
    }
}
