package dev.demarc.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A topic that must be there: its name, its partitions and its settings as Kafka names them. */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {
    private static final Map<String, String> COMPACT = Map.of("cleanup.policy", "compact");

    public TopicSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A topic needs a name");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "Topic " + name + " has " + partitions + " partitions, accepted is 1 or more");
        }
        settings = Map.copyOf(settings);
    }

    public TopicSpec(String name, int partitions) {
        this(name, partitions, Map.of());
    }

    public static TopicSpec compacted(String name, int partitions) {
        return new TopicSpec(name, partitions, COMPACT);
    }

    /** Reads {@code name:partitions} or {@code name:partitions:compact}, several separated by commas. */
    public static List<TopicSpec> parse(String topics) {
        return Arrays.stream(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .map(TopicSpec::parseOne)
                .toList();
    }

    private static TopicSpec parseOne(String topic) {
        String[] parts = topic.split(":", -1);
        boolean compact = parts.length == 3 && parts[2].equals("compact");
        if ((parts.length != 2 && !compact) || !parts[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("Topic \"" + topic
                    + "\" is not understood, accepted is name:partitions or name:partitions:compact");
        }
        return new TopicSpec(parts[0], Integer.parseInt(parts[1]), compact ? COMPACT : Map.of());
    }
}
