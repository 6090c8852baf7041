package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.Account.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file says of an account; what it leaves out stays as it is known. */
record AccountLine(
        String id,
        @Nullable String name,
        @Nullable String organization,
        @Nullable List<String> ouPath,
        @Nullable Status status,
        @Nullable List<String> enabledRegions,
        @Nullable String team) {
    AccountLine {
        Require.present(id, "account id");
    }

    static AccountLine without(String id, @Nullable List<String> regions) {
        return new AccountLine(id, null, null, null, null, regions, null);
    }

    AccountLine in(String newOrganization) {
        return new AccountLine(id, name, newOrganization, ouPath, status, enabledRegions, team);
    }

    /** @throws IllegalArgumentException where a member is not what an account has */
    Account over(Optional<Account> known) {
        return new Account(
                id,
                said(name, known.map(Account::name), id),
                said(organization, known.map(Account::organization), Account.UNKNOWN_ORGANIZATION),
                said(ouPath, known.map(Account::ouPath), List.of()),
                said(status, known.map(Account::status), Status.ACTIVE),
                said(enabledRegions, known.map(Account::enabledRegions), List.of()),
                team == null ? known.map(Account::team).orElse(null) : team);
    }

    private static <T> T said(@Nullable T here, Optional<T> before, T otherwise) {
        return here == null ? before.orElse(otherwise) : here;
    }
}
