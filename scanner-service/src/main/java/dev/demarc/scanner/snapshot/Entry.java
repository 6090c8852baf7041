package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a snapshot file holds, one after the other. */
sealed interface Entry {
    /** A resource. */
    record Item(String place, ResourceConfiguration resource) implements Entry {}

    /** What the file says of an account. */
    record OfAccount(AccountLine account) implements Entry {}

    /** What became of a scope's reading; one without items is complete and empty, or could not be read. */
    record OfScope(
            Scope scope,
            Outcome outcome,
            Instant observedAt,
            @Nullable String reason,
            @Nullable String permission) implements Entry {}

    /** A resource of a type that no collector reads. */
    record Foreign(String type, String place) implements Entry {}

    /**
     * What could not be understood.
     *
     * @param place line or item
     * @param scope the scope whose item it is, where that much is readable; else it may be of any scope
     */
    record Fault(String place, @Nullable Scope scope, String reason) implements Entry {}

    /** What is understood and not taken, of a scope that AWS does not have. */
    record Refused(String place, String reason) implements Entry {}
}
