package dev.demarc.assessment.partition;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what Kafka tells of itself out of the output of tests. */
final class QuietKafka {
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state"));

    private QuietKafka() {}

    static void please() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
