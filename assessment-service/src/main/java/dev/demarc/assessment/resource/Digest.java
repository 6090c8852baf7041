package dev.demarc.assessment.resource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** 128 bits of digest over a resource's key and canonical form, and the version of that form. */
public record Digest(int form, long high, long low) {
    private static final int HEX = 32;

    /** The form of what was refused: greater than any that a header can name. */
    private static final int REFUSED = Short.MAX_VALUE;

    /** Stands for a configuration that was refused; equals none that can be sent. */
    public static Digest ofRefused(long rid) {
        return new Digest(REFUSED, rid, 0);
    }

    /** Reads {@code VERSION:HEX}; empty where the bytes are not that. */
    public static Optional<Digest> parse(byte[] header) {
        int colon = header.length - HEX - 1;
        if (colon < 1 || colon > 4 || header[colon] != ':') {
            return Optional.empty();
        }
        int form = 0;
        for (int i = 0; i < colon; i++) {
            int digit = header[i] - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            form = form * 10 + digit;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < HEX; i++) {
            int digit = digit(header[colon + 1 + i]);
            if (digit < 0) {
                return Optional.empty();
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        return form == 0 ? Optional.empty() : Optional.of(new Digest(form, high, low));
    }

    /** As {@link #parse}, refusing what is no digest. */
    public static Digest of(byte[] header) {
        return parse(header)
                .orElseThrow(
                        () -> new IllegalArgumentException("digest is '%s'; accepted: version:32 hexadecimal digits"
                                .formatted(new String(header, StandardCharsets.UTF_8))));
    }

    UUID uuid() {
        return new UUID(high, low);
    }

    private static int digit(byte hex) {
        if (hex >= '0' && hex <= '9') {
            return hex - '0';
        }
        int letter = hex | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
