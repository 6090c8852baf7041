package dev.demarc.assessment.finding;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.grant.Grant;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.past.JudgedThen;
import dev.demarc.assessment.past.Past;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.engine.Profile;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pages of the findings that an account had as of a past instant, the gravest first. */
@ApplicationScoped
class PastFindingPages {
    static final String AS_OF = "asOf";

    private static final Comparator<Cursor> ORDER = Comparator.comparingInt(Cursor::phase)
            .thenComparingInt(Cursor::scope)
            .thenComparingLong(Cursor::rid)
            .thenComparingInt(Cursor::control);

    private final Past past;
    private final FindingViews views;
    private final Dictionaries dictionaries;

    PastFindingPages(Past past, FindingViews views, Dictionaries dictionaries) {
        this.past = past;
        this.views = views;
        this.dictionaries = dictionaries;
    }

    private record Placed(Cursor place, FindingRow row) {}

    Page<FindingView> page(Grant grant, QueryParameters parameters) {
        List<FindingRow> found = new ArrayList<>();
        Past.Judged judged = past.judge(
                grant, account(parameters), parameters.one(AS_OF).orElse(""), each -> each.nonPasses().stream()
                        .filter(NonPass::isFinding)
                        .forEach(finding -> found.add(row(each, finding))));
        FindingFilter filter = FindingFilter.of(parameters, judged.catalog().revision(), judged.at());
        if (filter.states().contains(FindingView.State.RESOLVED)) {
            throw new RefusedValueException("state", "resolved", "open, waived, where asOf is given");
        }
        List<Placed> placed = placed(found, filter);
        Cursor after = parameters.cursor();
        int limit = parameters.limit();
        List<Placed> page = placed.stream()
                .filter(each -> ORDER.compare(each.place(), after) > 0)
                .limit(limit)
                .toList();
        boolean more = !page.isEmpty()
                && ORDER.compare(
                                page.get(page.size() - 1).place(),
                                placed.get(placed.size() - 1).place())
                        < 0;
        return new Page<>(
                page.stream()
                        .map(each -> views.view(each.row(), judged.catalog()))
                        .flatMap(Optional::stream)
                        .toList(),
                more ? page.get(page.size() - 1).place().text(parameters.fingerprint()) : null,
                (long) placed.size());
    }

    private static String account(QueryParameters parameters) {
        Set<String> accounts = parameters.many("account");
        if (accounts.size() != 1) {
            throw new RefusedValueException("account", String.join(",", accounts), "one account, where asOf is given");
        }
        return accounts.iterator().next();
    }

    private static List<Placed> placed(List<FindingRow> found, FindingFilter filter) {
        Map<Integer, Control> controls =
                filter.controls().stream().collect(Collectors.toMap(Control::number, Function.identity()));
        List<Placed> placed = new ArrayList<>();
        for (FindingRow row : found) {
            Control control = controls.get(row.control());
            if (control != null
                    && filter.states().contains(row.waived() ? FindingView.State.WAIVED : FindingView.State.OPEN)
                    && filter.openedIn(control.severity()).contains(row.since())
                    && FindingFilter.anyOf(filter.parties(), row.party())
                    && FindingFilter.anyOf(filter.teams(), row.resource().team())
                    && FindingFilter.anyOf(
                            filter.regions(), row.resource().scope().region())) {
                Cursor place = new Cursor(
                        control.severity().compareTo(Severity.CRITICAL),
                        row.scopeNumber(),
                        row.resource().rid(),
                        row.control());
                placed.add(new Placed(place, row));
            }
        }
        placed.sort(Comparator.comparing(Placed::place, ORDER));
        return placed;
    }

    private FindingRow row(JudgedThen judged, NonPass finding) {
        return new FindingRow(
                judged.scope(),
                new FindingRow.Resource(
                        judged.ref().key().scope(),
                        judged.ref().key().rid(),
                        judged.accountName(),
                        judged.ref().id(),
                        judged.ref().name(),
                        judged.ref().arn(),
                        judged.team()),
                finding.control(),
                finding.party(),
                profile(judged.profile()),
                finding.reason(),
                finding.openSince(),
                null,
                FindingRow.unverifiedSince(finding),
                finding.waived(),
                judged.verifiedAt());
    }

    private int profile(Profile profile) {
        try {
            return dictionaries.profile(profile);
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }
}
