package dev.demarc.gateway.account;

import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.gateway.Catalogs;
import java.util.Collection;
import java.util.List;

/** Accounts in the gateway's memory, judged by the small catalog. */
public final class TestAccounts {
    private TestAccounts() {}

    public static Accounts none() {
        return new Accounts(Catalogs.current());
    }

    public static Accounts of(Collection<Account> known, Collection<Scorecard> scorecards) {
        Accounts accounts = none();
        known.forEach(accounts::put);
        scorecards.forEach(accounts::put);
        return accounts;
    }

    public static Organizations organizations(Accounts accounts) {
        return new Organizations(accounts);
    }

    /** What is told of an account in a list of them and alone. */
    public static List<AccountView> told(KnownAccount account) {
        return List.of(account.summary(), account.view());
    }
}
