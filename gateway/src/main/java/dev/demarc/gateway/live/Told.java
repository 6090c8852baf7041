package dev.demarc.gateway.live;

import org.jspecify.annotations.Nullable;

/** One event, or the beat that only keeps a connection alive where {@code kind} is null. */
record Told(
        long number,
        LiveEvents.@Nullable Kind kind,
        @Nullable String account,
        String json) {
    static final Told BEAT = new Told(0, null, null, "");
}
