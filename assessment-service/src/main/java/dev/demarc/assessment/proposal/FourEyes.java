package dev.demarc.assessment.proposal;

import dev.demarc.assessment.proposal.StatementStore.Stored;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.shell.problem.RefusedValueException;
import java.util.Set;
import java.util.TreeSet;

/** That whoever decides on a statement is another than its author; pure. */
final class FourEyes {
    private FourEyes() {}

    /**
     * @param teams that whoever decides belongs to
     * @param sameTeam whether somebody of the author's team may decide on a waiver of a critical control
     * @throws RefusedValueException where the same person would decide, or one too close to it
     */
    static void check(Stored stored, Person by, Set<String> teams, Severity severity, boolean sameTeam) {
        if (isSame(stored.author(), by)) {
            throw new RefusedValueException("by", by.name(), "somebody other than the author");
        }
        Set<String> shared = new TreeSet<>(stored.authorTeams());
        shared.retainAll(teams);
        if (stored.kind() == StatementKind.WAIVER && severity == Severity.CRITICAL && !sameTeam && !shared.isEmpty()) {
            throw new RefusedValueException(
                    "by",
                    by.name(),
                    "for a waiver of a critical control somebody of another team than " + String.join(", ", shared));
        }
    }

    /** By who they are where both have proven it, else by name. */
    private static boolean isSame(Person one, Person other) {
        String id = one.id();
        return (id == null || other.id() == null) ? one.name().equals(other.name()) : id.equals(other.id());
    }
}
