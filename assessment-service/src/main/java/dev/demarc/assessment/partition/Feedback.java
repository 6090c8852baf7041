package dev.demarc.assessment.partition;

import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.shell.kafka.DeadLetter;
import dev.demarc.shell.kafka.DeadLetters;
import jakarta.inject.Singleton;
import java.util.List;

/** What ingestion tells of the records that it takes, beside what it stores. */
@Singleton
record Feedback(DeadLetters deadLetters, Overrulings overrulings, ClockSkews skews) {
    /** Returns once Kafka has all; told again where the transaction is tried again. */
    void send(List<DeadLetter> letters, List<ScanProgress> overruled) {
        deadLetters.send(Topic.RESOURCES_DEAD_LETTERS, letters);
        overrulings.send(overruled);
    }
}
