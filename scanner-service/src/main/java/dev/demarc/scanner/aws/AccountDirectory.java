package dev.demarc.scanner.aws;

import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccountStatus;

/**
 * The accounts that can be read: those that are configured, else those of the organisation where the caller may list
 * them, else the caller's own.
 */
@Singleton
public final class AccountDirectory {
    private static final Logger LOG = Logger.getLogger(AccountDirectory.class);

    private final AwsAccess access;
    private final AwsConfig config;

    public AccountDirectory(AwsAccess access, AwsConfig config) {
        this.access = access;
        this.config = config;
    }

    /**
     * @param wanted ids of accounts, empty for all
     * @throws SdkException where AWS does not even say who the caller is
     */
    public List<Account> accounts(Collection<String> wanted) {
        String own = access.identity().account();
        List<Account> known = organization().orElseGet(() -> List.of(alone(own)));
        List<String> listed = new ArrayList<>(wanted);
        if (listed.isEmpty()) {
            config.accounts().ifPresent(listed::addAll);
        }
        if (listed.isEmpty()) {
            return known.stream().map(this::withRegions).toList();
        }
        return listed.stream()
                .map(id -> known.stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst()
                        .orElseGet(() -> stranger(id, organizationOf(known))))
                .map(this::withRegions)
                .toList();
    }

    private Optional<List<Account>> organization() {
        try (OrganizationsClient organizations = access.organizations()) {
            String id = organizations.describeOrganization().organization().id();
            List<Account> accounts = new ArrayList<>();
            organizations.listRootsPaginator().stream()
                    .flatMap(page -> page.roots().stream())
                    .forEach(root -> addChildren(organizations, id, root.id(), List.of(), accounts));
            return Optional.of(accounts);
        } catch (SdkException e) {
            LOG.infof("the organisation is not listed: %s", AwsFault.of(e).reason());
            return Optional.empty();
        }
    }

    private static void addChildren(
            OrganizationsClient organizations,
            String organization,
            String parent,
            List<String> path,
            List<Account> accounts) {
        organizations.listAccountsForParentPaginator(request -> request.parentId(parent)).stream()
                .flatMap(page -> page.accounts().stream())
                .forEach(account -> accounts.add(new Account(
                        account.id(),
                        account.name() == null ? account.id() : account.name(),
                        organization,
                        path,
                        account.status() == AccountStatus.ACTIVE ? Account.Status.ACTIVE : Account.Status.SUSPENDED,
                        List.of(),
                        null)));
        organizations.listOrganizationalUnitsForParentPaginator(request -> request.parentId(parent)).stream()
                .flatMap(page -> page.organizationalUnits().stream())
                .forEach(unit -> {
                    List<String> deeper = new ArrayList<>(path);
                    deeper.add(unit.name());
                    addChildren(organizations, organization, unit.id(), deeper, accounts);
                });
    }

    private Account alone(String id) {
        return new Account(id, alias(id), id, List.of(), Account.Status.ACTIVE, List.of(), null);
    }

    private Account stranger(String id, String organization) {
        return new Account(id, id, organization, List.of(), Account.Status.ACTIVE, List.of(), null);
    }

    private static String organizationOf(List<Account> known) {
        return known.get(0).organization();
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

    private Account withRegions(Account account) {
        List<String> enabled = account.status() == Account.Status.ACTIVE ? enabledRegions(account.id()) : List.of();
        List<String> within = config.regions()
                .map(limit -> enabled.stream().filter(limit::contains).toList())
                .orElse(enabled);
        return new Account(
                account.id(),
                account.name(),
                account.organization(),
                account.ouPath(),
                account.status(),
                within,
                account.team());
    }

    private List<String> enabledRegions(String account) {
        AwsClients clients = access.clients(account, Scope.GLOBAL);
        try {
            return clients.ec2().describeRegions().regions().stream()
                    .map(Region::regionName)
                    .sorted()
                    .toList();
        } catch (SdkException e) {
            LOG.debugf("ec2:DescribeRegions of %s: %s", account, AwsFault.of(e).reason());
        }
        try {
            return clients
                    .account()
                    .listRegionsPaginator(request -> request.regionOptStatusContains(
                            RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT))
                    .regions()
                    .stream()
                    .map(region -> region.regionName())
                    .sorted()
                    .toList();
        } catch (SdkException e) {
            LOG.warnf(
                    "regions of %s are not known (%s): only %s is read",
                    account, AwsFault.of(e).reason(), config.homeRegion());
            return List.of(config.homeRegion());
        }
    }
}
