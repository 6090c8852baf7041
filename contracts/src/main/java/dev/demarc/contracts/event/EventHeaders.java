package dev.demarc.contracts.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Names of the CloudEvents attributes and Demarc's extensions as Kafka headers in binary mode.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka protocol binding</a>
 */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** On a resource configuration: its run, as {@code scan#attempt}. */
    public static final String RUN = "ce_run";
    /** On a resource configuration: its {@code rid}, 16 hexadecimal digits. */
    public static final String RID = "ce_rid";
    /** On a resource configuration: version of the canonical form, a colon, 32 hexadecimal digits of its
     * digest, which is keyed. */
    public static final String DIGEST = "ce_digest";
    /** On a compressed payload: {@code gzip}. */
    public static final String CONTENT_ENCODING = "content-encoding";
    /** On a dead letter: why it could not be processed. */
    public static final String REASON = "demarc-reason";
    /** On a dead letter: where it stood, as {@code topic/partition/offset}. */
    public static final String ORIGIN = "demarc-origin";

    /** On a dead letter: the key that the message had, absent where it had none. */
    public static final String KEY = "demarc-key";

    private EventHeaders() {}

    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
