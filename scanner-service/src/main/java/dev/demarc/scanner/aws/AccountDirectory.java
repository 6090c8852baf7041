package dev.demarc.scanner.aws;

import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/**
 * The accounts that can be read: those that are configured, else those of the organisation where the caller may list
 * them, else the caller's own. No others are, whoever asks.
 */
@Singleton
public final class AccountDirectory {
    /** How long an answer of AWS Organizations is believed by those who only ask whether they may. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("\\d{12}");

    private final AwsAccess access;
    private final AwsConfig config;
    private final Clock clock;
    private final EnabledRegions regions;
    private @Nullable Seen seen;

    private record Seen(Reach reach, Instant at) {}

    public AccountDirectory(AwsAccess access, AwsConfig config, Clock clock) {
        config.accounts().stream()
                .flatMap(List::stream)
                .filter(id -> !ID.matcher(id).matches())
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException(
                            "demarc.aws.accounts has '%s'; accepted: 12 digits".formatted(id));
                });
        this.access = access;
        this.config = config;
        this.clock = clock;
        this.regions = new EnabledRegions(access, config);
    }

    /**
     * @param wanted ids of accounts, empty for all
     * @throws UnknownAccountsException where AWS does not say which accounts there are
     * @throws StrangerException where one of them may not be scanned
     */
    public List<Account> accounts(Collection<String> wanted) {
        return regions.addedTo(reach().chosen(wanted));
    }

    /**
     * Those that belonged to the organisation of the accounts and are in no part of it any more. Empty where the accounts
     * are not all of one organisation, or AWS shows the caller none.
     *
     * @param known accounts of any organisation
     * @param listed what {@link #accounts} said of all, a moment ago: one that moves between units while these are
     *     walked may be missed once, and is asked for anew
     * @throws UnknownAccountsException where AWS does not say which accounts there are
     */
    public List<Account> departed(Collection<Account> known, List<Account> listed) {
        if (config.accounts().filter(ids -> !ids.isEmpty()).isPresent()) {
            return List.of();
        }
        List<Account> missing = Reach.missing(known, listed);
        return missing.isEmpty()
                ? List.of()
                : organization().map(now -> Reach.missing(missing, now)).orElse(List.of());
    }

    /**
     * Makes sure that the accounts may be scanned, by what AWS said within the last minute.
     *
     * @throws UnknownAccountsException where AWS does not say which accounts there are
     * @throws StrangerException where one of them may not be scanned
     */
    public synchronized void demand(Collection<String> wanted) {
        caller();
        if (wanted.isEmpty()) {
            return;
        }
        Seen last = seen;
        if (last == null || last.at().plus(FRESH).isBefore(clock.instant())) {
            last = new Seen(reach(), clock.instant());
            seen = last;
        }
        var unused = last.reach().chosen(wanted);
    }

    private Reach reach() {
        String own = caller();
        Optional<List<Account>> organization = organization();
        List<Account> known = organization.orElseGet(() -> List.of(alone(own)));
        return config.accounts()
                .filter(listed -> !listed.isEmpty())
                .map(listed -> Reach.configured(listed, known))
                .orElseGet(() ->
                        new Reach(organization.isPresent() ? Reach.Origin.ORGANIZATION : Reach.Origin.CALLER, known));
    }

    private Optional<List<Account>> organization() {
        try (OrganizationsClient organizations = access.organizations()) {
            return OrganizationListing.of(organizations);
        }
    }

    private String caller() {
        return UnknownAccountsException.ask("sts:GetCallerIdentity", access::identity)
                .account();
    }

    private Account alone(String id) {
        return new Account(id, alias(id), id, List.of(), Account.Status.ACTIVE, List.of(), null);
    }

    private String alias(String id) {
        IamClient iam = access.clients(id, Scope.GLOBAL).iam();
        try {
            return iam.listAccountAliasesPaginator().accountAliases().stream()
                    .findFirst()
                    .orElse(id);
        } catch (SdkException e) {
            return id;
        }
    }
}
