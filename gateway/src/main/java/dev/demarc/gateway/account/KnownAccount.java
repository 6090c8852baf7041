package dev.demarc.gateway.account;

import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.catalog.CatalogView;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An account with its newest scorecard, serialised when it is first asked for. */
public final class KnownAccount {
    private static final int MOST_PARTS = 16;
    private static final PackedTallies NO_TALLIES = new PackedTallies(List.of(), "");

    private final Account account;
    private final @Nullable Scorecard scorecard;
    private final List<String> ofTeams;
    private final Map<Set<String>, Part> parts = new ConcurrentHashMap<>();
    private volatile @Nullable Representation representation;

    private record Part(CatalogView catalog, KnownAccount seen) {}

    public KnownAccount(Account account, @Nullable Scorecard scorecard) {
        this(account, scorecard, List.of());
    }

    private KnownAccount(Account account, @Nullable Scorecard scorecard, List<String> ofTeams) {
        this.account = account;
        this.scorecard = scorecard;
        this.ofTeams = ofTeams;
    }

    /** What the teams have in it, empty where that is nothing. */
    Optional<KnownAccount> part(Set<String> teams, CatalogView catalog) {
        if (scorecard == null || Collections.disjoint(scorecard.tallies().teams(), teams)) {
            return Optional.empty();
        }
        Part known = parts.get(teams);
        if (known == null || known.catalog() != catalog) {
            Scorecard part = Parts.of(scorecard, teams, catalog);
            known = new Part(
                    catalog,
                    new KnownAccount(account, part, teams.stream().sorted().toList()));
            if (parts.size() < MOST_PARTS) {
                parts.put(teams, known);
            }
        }
        return Optional.of(known.seen());
    }

    public Account account() {
        return account;
    }

    public @Nullable Scorecard scorecard() {
        return scorecard;
    }

    /** Whether it is only what some teams have in the account. */
    public boolean isPart() {
        return !ofTeams.isEmpty();
    }

    Representation representation() {
        Representation known = representation;
        if (known == null) {
            known = Representation.of(view());
            representation = known;
        }
        return known;
    }

    AccountView view() {
        return new AccountView(account, scorecard, null, ofTeams);
    }

    AccountView summary() {
        Scorecard full = scorecard;
        return new AccountView(account, full == null ? null : withoutTallies(full), null, ofTeams);
    }

    private static Scorecard withoutTallies(Scorecard full) {
        return new Scorecard(
                full.account(),
                full.organization(),
                full.version(),
                full.computedAt(),
                full.revision(),
                full.engine(),
                full.reassessing(),
                full.observedFrom(),
                full.observedTo(),
                full.grade(),
                full.overall(),
                full.customer(),
                full.shared(),
                full.assurance(),
                full.resources(),
                full.scopesRead(),
                full.scopesExpected(),
                full.blind(),
                full.topGaps(),
                NO_TALLIES);
    }
}
