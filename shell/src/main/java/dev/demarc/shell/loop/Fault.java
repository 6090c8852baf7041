package dev.demarc.shell.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.UnknownEventTypeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** What kind of fault ended a turn, and so what mends it. */
public enum Fault {
    /** Something that a service depends on is away or busy: waiting mends it. */
    TRANSIENT,
    /** What one record says, which no waiting mends: it is put aside. */
    POISON,
    /** A defect of the service, which only a restart or a new version may mend. */
    DEFECT;

    private static final int DEPTH = 20;
    /** 08 connection, 40 rollback, 53 resources, 55 not in the state, 57 the operator's doing. */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "55", "57");
    /** 22 data exception, 23 constraint violation, 54 more than it can hold. */
    private static final Set<String> REFUSED = Set.of("22", "23", "54");

    private static final List<Class<? extends Exception>> SAID_BY_A_RECORD = List.of(
            MalformedRecordException.class,
            UnknownEventTypeException.class,
            JsonProcessingException.class,
            RecordTooLargeException.class,
            SerializationException.class);

    /** Tells by all causes; what no waiting mends weighs more than what waiting does. */
    public static Fault of(Throwable fault) {
        Set<Fault> kinds = Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .map(Fault::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
        if (kinds.contains(POISON)) {
            return POISON;
        }
        return kinds.contains(TRANSIENT) ? TRANSIENT : DEFECT;
    }

    private static Fault kind(Throwable fault) {
        if (fault instanceof SQLException sql) {
            return ofState(sql.getSQLState());
        }
        if (SAID_BY_A_RECORD.stream().anyMatch(type -> type.isInstance(fault))) {
            return POISON;
        }
        return fault instanceof RetryableException
                        || fault instanceof KafkaException
                        || fault instanceof IOException
                        || fault instanceof TimeoutException
                ? TRANSIENT
                : DEFECT;
    }

    /** A pool that gives no connection in time has no state. */
    private static Fault ofState(@Nullable String state) {
        if (state == null || AWAY.contains(category(state))) {
            return TRANSIENT;
        }
        return REFUSED.contains(category(state)) ? POISON : DEFECT;
    }

    private static String category(String state) {
        return state.substring(0, Math.min(2, state.length()));
    }
}
