package dev.demarc.contracts.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The topics of the bus, with the partitions and the settings that they are created with. */
public enum Topic {
    CATALOG("demarc.catalog", 1, Cleanup.COMPACT),
    ACCOUNTS("demarc.accounts", 1, Cleanup.COMPACT),
    SCANS("demarc.scans", 1, Cleanup.COMPACT),
    SCAN_PROGRESS("demarc.scan-progress", 1, Cleanup.DELETE),
    SCAN_TASKS("demarc.scan-tasks", 8, Cleanup.DELETE),
    SCAN_TASKS_NOW("demarc.scan-tasks.now", 8, Cleanup.DELETE),
    RESOURCES("demarc.resources", 8, Cleanup.DELETE_STAMPED),
    SCORECARDS("demarc.scorecards", 4, Cleanup.COMPACT),
    FINDINGS("demarc.findings", 4, Cleanup.DELETE),
    CATALOG_DEAD_LETTERS("demarc.catalog.dead-letters", 1, Cleanup.COMPACT_AND_DELETE),
    ACCOUNTS_DEAD_LETTERS("demarc.accounts.dead-letters", 1, Cleanup.COMPACT_AND_DELETE),
    SCAN_TASKS_DEAD_LETTERS("demarc.scan-tasks.dead-letters", 1, Cleanup.COMPACT_AND_DELETE),
    RESOURCES_DEAD_LETTERS("demarc.resources.dead-letters", 1, Cleanup.COMPACT_AND_DELETE),
    SCORECARDS_DEAD_LETTERS("demarc.scorecards.dead-letters", 1, Cleanup.COMPACT_AND_DELETE),
    FINDINGS_DEAD_LETTERS("demarc.findings.dead-letters", 1, Cleanup.COMPACT_AND_DELETE);

    /** The largest record of any topic, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 3 * 1024 * 1024;

    private static final Duration SEVEN_DAYS = Duration.ofDays(7);
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private enum Cleanup {
        COMPACT,
        DELETE,
        /** The broker says when each record came, so that no writer's clock decides. */
        DELETE_STAMPED,
        COMPACT_AND_DELETE
    }

    private final String topicName;
    private final int partitions;
    private final Cleanup cleanup;

    Topic(String topicName, int partitions, Cleanup cleanup) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.cleanup = cleanup;
    }

    public String topicName() {
        return topicName;
    }

    /** How many partitions a local platform creates it with; a larger one may create it with more beforehand. */
    public int partitions() {
        return partitions;
    }

    /** Kafka's topic settings, by their names. */
    public Map<String, String> settings() {
        String maxBytes = Integer.toString(MAX_MESSAGE_BYTES);
        return switch (cleanup) {
            case COMPACT -> Map.of("cleanup.policy", "compact", "max.message.bytes", maxBytes);
            case DELETE -> kept("delete", SEVEN_DAYS, maxBytes);
            case DELETE_STAMPED -> stamped(kept("delete", SEVEN_DAYS, maxBytes));
            case COMPACT_AND_DELETE -> kept("compact,delete", THIRTY_DAYS, maxBytes);
        };
    }

    private static Map<String, String> stamped(Map<String, String> settings) {
        Map<String, String> stamped = new HashMap<>(settings);
        stamped.put("message.timestamp.type", "LogAppendTime");
        return Map.copyOf(stamped);
    }

    private static Map<String, String> kept(String policy, Duration retention, String maxBytes) {
        return Map.of(
                "cleanup.policy",
                policy,
                "retention.ms",
                Long.toString(retention.toMillis()),
                "max.message.bytes",
                maxBytes);
    }

    /** Whether it holds what could not be processed or sent. */
    public boolean holdsDeadLetters() {
        return cleanup == Cleanup.COMPACT_AND_DELETE;
    }

    @Override
    public String toString() {
        return topicName;
    }
}
