package dev.demarc.assessment.ingest;

import dev.demarc.assessment.resource.Digest;
import dev.demarc.contracts.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code demarc.resources} with the headers that its meaning depends on, read in one pass and not yet
 * understood: of several of one name the last counts.
 */
public final class Envelope {
    private static final int RID_DIGITS = 16;

    private final ConsumerRecord<String, byte[]> message;
    private byte @Nullable [] type;
    private byte @Nullable [] run;
    private byte @Nullable [] rid;
    private byte @Nullable [] digest;

    private Envelope(ConsumerRecord<String, byte[]> message) {
        this.message = message;
    }

    public static Envelope of(ConsumerRecord<String, byte[]> message) {
        Envelope envelope = new Envelope(message);
        for (Header header : message.headers()) {
            envelope.take(header);
        }
        return envelope;
    }

    public ConsumerRecord<String, byte[]> message() {
        return message;
    }

    /** Whether it claims to be of one resource, which only configurations do. */
    public boolean isOfResource() {
        return rid != null || digest != null;
    }

    /** The bytes of the header that names its run, null where there is none. */
    public byte @Nullable [] run() {
        return run;
    }

    /** Empty where there is none that can be read. */
    public OptionalLong rid() {
        if (rid == null || rid.length != RID_DIGITS) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (byte each : rid) {
            int digit = each >= '0' && each <= '9' ? each - '0' : each >= 'a' && each <= 'f' ? each - 'a' + 10 : -1;
            if (digit < 0) {
                return OptionalLong.empty();
            }
            value = value << 4 | digit;
        }
        return OptionalLong.of(value);
    }

    /** Empty where there is none that can be read. */
    public Optional<Digest> digest() {
        return digest == null ? Optional.empty() : Digest.parse(digest);
    }

    String typeName() {
        return type == null ? "(none)" : text(type);
    }

    String runText() {
        return text(EventHeaders.RUN, run);
    }

    String ridText() {
        return text(EventHeaders.RID, rid);
    }

    byte[] digestText() {
        return EventHeaders.bytes(text(EventHeaders.DIGEST, digest));
    }

    private void take(Header header) {
        String name = header.key();
        byte[] value = header.value();
        // the length tells most of them apart without a look at the name
        switch (name.length()) {
            case 6 -> {
                if (name.equals(EventHeaders.RID)) {
                    rid = value;
                } else if (name.equals(EventHeaders.RUN)) {
                    run = value;
                }
            }
            case 7 -> type = name.equals(EventHeaders.TYPE) ? value : type;
            case 9 -> digest = name.equals(EventHeaders.DIGEST) ? value : digest;
            default -> {}
        }
    }

    private static String text(String name, byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return text(value);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
