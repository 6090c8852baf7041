package dev.demarc.assessment.finding;

import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.catalog.Control;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which findings of then a filter is about; pure. */
final class PastSelection {
    private final FindingFilter filter;
    private final Map<Integer, Control> controls;

    PastSelection(FindingFilter filter) {
        this.filter = filter;
        controls =
                filter.controls().stream().collect(Collectors.toUnmodifiableMap(Control::number, Function.identity()));
    }

    boolean contains(FindingRow row) {
        Control control = controls.get(row.control());
        return control != null
                && filter.states().contains(row.waived() ? FindingView.State.WAIVED : FindingView.State.OPEN)
                && filter.openedIn(control.severity()).contains(row.since())
                && FindingFilter.anyOf(filter.parties(), row.party())
                && FindingFilter.anyOf(filter.teams(), row.resource().team())
                && FindingFilter.anyOf(filter.regions(), row.resource().scope().region());
    }
}
