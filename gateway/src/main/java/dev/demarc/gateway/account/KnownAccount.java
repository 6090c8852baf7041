package dev.demarc.gateway.account;

import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.gateway.answer.Representation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account with its newest scorecard, serialised when it is first asked for. */
public final class KnownAccount {
    private static final PackedTallies NO_TALLIES = new PackedTallies(List.of(), "");

    private final Account account;
    private final @Nullable Scorecard scorecard;
    private volatile @Nullable Representation representation;

    public KnownAccount(Account account, @Nullable Scorecard scorecard) {
        this.account = account;
        this.scorecard = scorecard;
    }

    public Account account() {
        return account;
    }

    public @Nullable Scorecard scorecard() {
        return scorecard;
    }

    Representation representation() {
        Representation known = representation;
        if (known == null) {
            known = Representation.of(new AccountView(account, scorecard));
            representation = known;
        }
        return known;
    }

    AccountView summary() {
        Scorecard full = scorecard;
        return new AccountView(account, full == null ? null : withoutTallies(full));
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
