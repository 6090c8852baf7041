package dev.demarc.assessment.finding;

import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.verdict.Parties;
import dev.demarc.contracts.catalog.Control;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter in the store's numbers, for one part of a list. Null stands for any.
 *
 * @param waived whether the part is about waived findings and not about open ones
 * @param accounts what the reader asks for and may see
 */
@SuppressWarnings("ArrayRecordComponent") // what JDBC takes; never compared
record FindingSelection(
        boolean waived,
        ListedAccounts accounts,
        Short[] controls,
        Short @Nullable [] parties,
        Integer @Nullable [] teams,
        String @Nullable [] regions,
        OpenedIn opened) {

    static FindingSelection of(ListedAccounts accounts, FindingFilter filter, Integer @Nullable [] teams) {
        return new FindingSelection(
                false,
                accounts,
                numbers(filter.controls()),
                filter.parties().isEmpty()
                        ? null
                        : filter.parties().stream()
                                .map(party -> (short) Parties.code(party))
                                .toArray(Short[]::new),
                teams,
                filter.regions().isEmpty() ? null : filter.regions().toArray(String[]::new),
                OpenedIn.ANY);
    }

    FindingSelection waivedOnes() {
        return new FindingSelection(true, accounts, controls, parties, teams, regions, opened);
    }

    FindingSelection only(List<Control> some, OpenedIn times) {
        return new FindingSelection(waived, accounts, numbers(some), parties, teams, regions, times);
    }

    boolean selects(int control, int party) {
        return contains(controls, control) && (parties == null || contains(parties, party));
    }

    boolean isEmpty() {
        return accounts.all().length == 0 || controls.length == 0 || (teams != null && teams.length == 0);
    }

    private static boolean contains(Short[] numbers, int number) {
        for (short each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    private static Short[] numbers(Collection<Control> controls) {
        return controls.stream().map(control -> (short) control.number()).toArray(Short[]::new);
    }
}
