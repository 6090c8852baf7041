package dev.demarc.assessment.finding;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.past.JudgedThen;
import dev.demarc.assessment.past.Past;
import dev.demarc.assessment.past.PastAccount;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.Page;
import dev.demarc.engine.Profile;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of the findings that an account had as of a past instant, by scope and resource. Each page judges some of its
 * resources again and no more than {@value #MOST_JUDGED}, so that a page may have fewer findings than asked for, or
 * none, and be followed by another.
 */
@ApplicationScoped
class PastFindingPages {
    static final String AS_OF = "asOf";

    private static final int MOST_JUDGED = 5_000;

    private final Past past;
    private final FindingViews views;
    private final Dictionaries dictionaries;

    PastFindingPages(Past past, FindingViews views, Dictionaries dictionaries) {
        this.past = past;
        this.views = views;
        this.dictionaries = dictionaries;
    }

    Page<FindingView> page(Reached reached, QueryParameters parameters) {
        PastAccount then =
                past.find(reached, account(parameters), parameters.one(AS_OF).orElse(""));
        CatalogLookup catalog = new CatalogLookup(then.judge());
        FindingFilter filter = FindingFilter.of(parameters, catalog.revision(), then.at());
        if (filter.states().contains(FindingView.State.RESOLVED)) {
            throw new RefusedValueException("state", "resolved", "open, waived, where asOf is given");
        }
        PastSelection selection = new PastSelection(filter);
        int limit = parameters.limit();
        Cursor at = parameters.cursor();
        List<FindingRow> rows = new ArrayList<>();
        Past.Place place = before(at);
        int judged = 0;
        while (place != null && rows.size() <= limit && judged < MOST_JUDGED) {
            Past.Chunk chunk = past.judge(reached, then, place);
            for (JudgedThen each : chunk.judged()) {
                add(each, selection, parameters.cursor(), rows);
            }
            judged += chunk.judged().size();
            place = chunk.next();
            at = place == null ? at : new Cursor(0, place.scope(), place.rid(), Short.MAX_VALUE);
        }
        boolean cut = rows.size() > limit;
        List<FindingRow> given = cut ? rows.subList(0, limit) : rows;
        Cursor next = cut ? cursor(given.get(limit - 1)) : place == null ? null : at;
        return new Page<>(
                given.stream()
                        .map(row -> views.view(row, catalog))
                        .flatMap(Optional::stream)
                        .toList(),
                next == null ? null : next.text(parameters.fingerprint()),
                null);
    }

    private static String account(QueryParameters parameters) {
        Set<String> accounts = parameters.many("account");
        if (accounts.size() != 1) {
            throw new RefusedValueException("account", String.join(",", accounts), "one account, where asOf is given");
        }
        return accounts.iterator().next();
    }

    /** A page may have ended within a resource. */
    private static Past.Place before(Cursor cursor) {
        boolean within = cursor.control() < Short.MAX_VALUE && cursor.rid() > Long.MIN_VALUE;
        return new Past.Place(cursor.scope(), within ? cursor.rid() - 1 : cursor.rid());
    }

    private static Cursor cursor(FindingRow row) {
        return new Cursor(0, row.scopeNumber(), row.resource().rid(), row.control());
    }

    private void add(JudgedThen judged, PastSelection selection, Cursor after, List<FindingRow> rows) {
        for (NonPass each : judged.nonPasses()) {
            if (each.isFinding()) {
                FindingRow row = row(judged, each);
                boolean given = row.scopeNumber() == after.scope()
                        && row.resource().rid() == after.rid()
                        && row.control() <= after.control();
                if (!given && selection.contains(row)) {
                    rows.add(row);
                }
            }
        }
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
