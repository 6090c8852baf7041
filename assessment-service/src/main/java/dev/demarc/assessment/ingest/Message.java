package dev.demarc.assessment.ingest;

import dev.demarc.assessment.resource.Digest;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunPage;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of {@code demarc.resources} means. */
public sealed interface Message {
    ConsumerRecord<String, byte[]> record();

    /** A run begins. */
    record Begin(ConsumerRecord<String, byte[]> record, RunBegun begun) implements Message {}

    /** A resource configuration, not yet parsed. */
    record Item(ConsumerRecord<String, byte[]> record, String run, long rid, Digest digest) implements Message {}

    /** Ids of a run. */
    record Page(ConsumerRecord<String, byte[]> record, RunPage page) implements Message {}

    /** A run has ended. */
    record End(ConsumerRecord<String, byte[]> record, RunEnded ended) implements Message {}

    /** What cannot be processed, now or ever. */
    record Poison(ConsumerRecord<String, byte[]> record, String reason) implements Message {}

    /**
     * A resource's configuration that cannot be processed, now or ever: what its run says of the resource is not known.
     *
     * @param run its run, empty where its header cannot be read
     * @param rid which resource, empty where its header cannot be read
     */
    record Refused(ConsumerRecord<String, byte[]> record, Optional<String> run, OptionalLong rid, String reason)
            implements Message {}
}
