package dev.demarc.gateway.account;

import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.engine.ownership.Ownership;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for, in which order, from where on.
 *
 * @param ou names of organisational units from the root down, joined by slashes; everything below is meant too
 * @param team the owning team, empty for accounts without one
 * @param from where the page begins, empty for the first
 */
record AccountQuery(
        Optional<String> organization,
        @Nullable String ou,
        @Nullable String team,
        @Nullable Double minScore,
        @Nullable Double maxScore,
        AccountOrder order,
        Optional<AccountCursor> from,
        int limit,
        Ownership ownership) {
    private record Placed(KnownAccount account, AccountOrder.Position position) {}

    Page<AccountView> page(List<KnownAccount> accounts) {
        Comparator<AccountOrder.Position> byPosition = order.comparator();
        List<Placed> matching = accounts.stream()
                .filter(this::matches)
                .map(account -> new Placed(account, order.position(account)))
                .sorted(Comparator.comparing(Placed::position, byPosition))
                .toList();
        List<KnownAccount> rest = matching.stream()
                .filter(placed -> from.map(cursor -> byPosition.compare(placed.position(), cursor.position()) > 0)
                        .orElse(true))
                .map(Placed::account)
                .limit(limit + 1L)
                .toList();
        List<KnownAccount> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit
                ? AccountCursor.after(page.get(limit - 1), order).encoded()
                : null;
        return new Page<>(page.stream().map(KnownAccount::summary).toList(), next, (long) matching.size());
    }

    private boolean matches(KnownAccount known) {
        Account account = known.account();
        return account.status() != Account.Status.GONE
                && organization.map(account.organization()::equals).orElse(true)
                && (team == null
                        || team.equals(ownership
                                .ofAccount(account.team(), account.ouPath())
                                .orElse("")))
                && (ou == null || isBelow(String.join("/", account.ouPath()), ou))
                && scoreMatches(known.scorecard());
    }

    private static boolean isBelow(String path, String ou) {
        return ou.isEmpty() || path.equals(ou) || path.startsWith(ou + "/");
    }

    private boolean scoreMatches(@Nullable Scorecard scorecard) {
        if (minScore == null && maxScore == null) {
            return true;
        }
        Double score = scorecard == null ? null : scorecard.overall().value();
        return score != null && (minScore == null || score >= minScore) && (maxScore == null || score <= maxScore);
    }
}
