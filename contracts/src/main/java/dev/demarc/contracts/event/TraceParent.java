package dev.demarc.contracts.event;

import dev.demarc.contracts.Require;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The W3C trace context that leads from a scan task to a scorecard.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 */
public record TraceParent(String traceId, String parentId) {
    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern PARENT_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    public TraceParent {
        Require.matching(TRACE_ID, traceId, "trace id", "32 hexadecimal digits, not all 0");
        Require.matching(PARENT_ID, parentId, "parent id", "16 hexadecimal digits, not all 0");
    }

    public static TraceParent start() {
        return new TraceParent(hex() + hex(), hex());
    }

    /** @param header as in {@code 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01} */
    public static TraceParent parse(String header) {
        String[] parts = header.split("-", -1);
        if (parts.length < 4) {
            throw new IllegalArgumentException(
                    "traceparent is '%s'; accepted: 00-TRACE-PARENT-FLAGS".formatted(header));
        }
        return new TraceParent(parts[1], parts[2]);
    }

    /** What a header says that anybody may have written, empty where it is no trace context. */
    public static Optional<TraceParent> read(String header) {
        try {
            return Optional.of(parse(header));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public TraceParent child() {
        return new TraceParent(traceId, hex());
    }

    public String header() {
        return "00-" + traceId + '-' + parentId + "-01";
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
