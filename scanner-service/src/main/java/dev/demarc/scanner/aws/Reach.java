package dev.demarc.scanner.aws;

import dev.demarc.contracts.scan.Account;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts that may be scanned, and what says so. */
record Reach(Origin origin, List<Account> accounts) {
    /** What says which accounts may be scanned. */
    enum Origin {
        ORGANIZATION,
        CONFIGURED,
        CALLER
    }

    Reach {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("accounts of %s are none; accepted: one or more".formatted(origin));
        }
    }

    /** Exactly the accounts of the setting; what the organisation says of them is kept. */
    static Reach configured(List<String> ids, List<Account> known) {
        String organization = known.get(0).organization();
        Map<String, Account> byId = byId(known);
        return new Reach(
                Origin.CONFIGURED,
                ids.stream()
                        .distinct()
                        .map(id -> byId.getOrDefault(
                                id,
                                new Account(id, id, organization, List.of(), Account.Status.ACTIVE, List.of(), null)))
                        .toList());
    }

    /**
     * The accounts that are wanted, each once, in the order of the wish; all where none is named.
     *
     * @throws StrangerException where one of them may not be scanned
     */
    List<Account> chosen(Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return accounts;
        }
        Map<String, Account> byId = byId(accounts);
        return new LinkedHashSet<>(wanted)
                .stream()
                        .map(id -> {
                            Account account = byId.get(id);
                            if (account == null) {
                                throw new StrangerException(id, accepted());
                            }
                            return account;
                        })
                        .toList();
    }

    /** Accounts of an organisation, not yet told as gone, that a listing of all of it does not have. */
    static List<Account> missing(Collection<Account> known, List<Account> listed) {
        Set<String> organizations = listed.stream().map(Account::organization).collect(Collectors.toSet());
        Map<String, Account> byId = byId(listed);
        return known.stream()
                .filter(account -> account.status() != Account.Status.GONE)
                .filter(account -> organizations.contains(account.organization()))
                .filter(account -> !byId.containsKey(account.id()))
                .toList();
    }

    private String accepted() {
        return switch (origin) {
            case ORGANIZATION ->
                "an account of the organisation %s".formatted(accounts.get(0).organization());
            case CONFIGURED -> "an account of the setting demarc.aws.accounts";
            case CALLER ->
                "%s, the caller's own: AWS shows it no organisation, and the setting demarc.aws.accounts lists no others"
                        .formatted(accounts.get(0).id());
        };
    }

    private static Map<String, Account> byId(List<Account> accounts) {
        return accounts.stream().collect(Collectors.toMap(Account::id, Function.identity(), (first, same) -> first));
    }
}
