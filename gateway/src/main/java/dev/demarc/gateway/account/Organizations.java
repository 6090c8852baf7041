package dev.demarc.gateway.account;

import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.scan.Account;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The organisations that the accounts belong to of which something may be seen. */
@Singleton
public final class Organizations {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Comparator<OrganizationSummary> REAL_FIRST = Comparator.comparingInt(
                    (OrganizationSummary summary) -> rank(summary.id()))
            .thenComparing(OrganizationSummary::id);

    private static final int MOST_LISTED = 1_000;

    private record Listed(long changes, List<OrganizationSummary> organizations) {}

    private final Accounts accounts;
    private final Map<Sight, Listed> listed = new ConcurrentHashMap<>();

    Organizations(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Organisations first, then accounts of none, then those of which nobody told, the sample last. */
    public List<OrganizationSummary> all(Sight sight) {
        Listed last = listed.get(sight);
        if (last == null || last.changes() != accounts.changes()) {
            last = new Listed(accounts.changes(), list(sight));
            if (listed.size() >= MOST_LISTED) {
                listed.clear();
            }
            listed.put(sight, last);
        }
        return last.organizations();
    }

    private List<OrganizationSummary> list(Sight sight) {
        Map<String, List<Account>> byOrganization = accounts.all(sight).stream()
                .map(KnownAccount::account)
                .filter(account -> account.status() != Account.Status.GONE)
                .collect(Collectors.groupingBy(Account::organization, TreeMap::new, Collectors.toList()));
        return byOrganization.entrySet().stream()
                .map(entry -> summary(entry.getKey(), entry.getValue()))
                .sorted(REAL_FIRST)
                .toList();
    }

    /** The organisation that is meant where none is named. */
    public Optional<String> defaultId(Sight sight) {
        return all(sight).stream().findFirst().map(OrganizationSummary::id);
    }

    /** @throws RefusedValueException where no account that may be seen belongs to the organisation that is named */
    public Optional<String> named(Sight sight, @Nullable String organization) {
        if (organization == null || organization.isBlank()) {
            return defaultId(sight);
        }
        List<String> known = all(sight).stream().map(OrganizationSummary::id).toList();
        if (!known.contains(organization)) {
            throw RefusedValueException.oneOf("organization", organization, known);
        }
        return Optional.of(organization);
    }

    private static int rank(String id) {
        if (id.equals(Accounts.SAMPLE)) {
            return 3;
        }
        if (id.equals(Account.UNKNOWN_ORGANIZATION)) {
            return 2;
        }
        return ACCOUNT.matcher(id).matches() ? 1 : 0;
    }

    private static OrganizationSummary summary(String id, List<Account> accounts) {
        return new OrganizationSummary(id, name(id, accounts), accounts.size());
    }

    private static String name(String id, List<Account> accounts) {
        if (id.equals(Accounts.SAMPLE)) {
            return "Sample organisation";
        }
        if (id.equals(Account.UNKNOWN_ORGANIZATION)) {
            return "Accounts of no known organisation";
        }
        return accounts.size() == 1 && accounts.get(0).id().equals(id)
                ? accounts.get(0).name()
                : id;
    }
}
