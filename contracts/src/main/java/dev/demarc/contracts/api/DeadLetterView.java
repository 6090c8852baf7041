package dev.demarc.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be processed or sent.
 *
 * @param id for replaying or dropping it
 * @param topic the topic of dead letters that holds it
 * @param key the key that the message had, null where it had none
 * @param origin where it stood, as {@code topic/partition/offset}, or where it was made
 * @param at when it was put aside
 * @param bytes the size of its value
 * @param replayable whether it stood on a topic, to which it can be sent again
 */
public record DeadLetterView(
        String id,
        String topic,
        @Nullable String key,
        String origin,
        String reason,
        Instant at,
        int bytes,
        boolean replayable) {}
