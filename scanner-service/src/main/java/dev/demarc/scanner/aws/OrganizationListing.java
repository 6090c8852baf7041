package dev.demarc.scanner.aws;

import dev.demarc.contracts.scan.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.organizations.model.Root;

/** Walks an organisation from its roots down: all of it, or a fault, never a part. */
final class OrganizationListing {
    private static final Logger LOG = Logger.getLogger(OrganizationListing.class);

    private final OrganizationsClient organizations;
    private final String organization;
    private final List<Account> accounts = new ArrayList<>();

    private record Opened(String organization, List<Root> roots) {}

    private OrganizationListing(OrganizationsClient organizations, String organization) {
        this.organizations = organizations;
        this.organization = organization;
    }

    /**
     * Empty where AWS says that there is no organisation, or that the caller may not ask for one.
     *
     * @throws UnknownAccountsException where AWS does not answer, or may be asked for a part only
     */
    static Optional<List<Account>> of(OrganizationsClient organizations) {
        return open(organizations).map(opened -> {
            OrganizationListing listing = new OrganizationListing(organizations, opened.organization());
            opened.roots().forEach(root -> listing.addChildren(root.id(), List.of()));
            return listing.accounts;
        });
    }

    private static Optional<Opened> open(OrganizationsClient organizations) {
        return UnknownAccountsException.ask("organizations:DescribeOrganization or organizations:ListRoots", () -> {
            try {
                return Optional.of(new Opened(
                        organizations.describeOrganization().organization().id(),
                        organizations.listRootsPaginator().stream()
                                .flatMap(page -> page.roots().stream())
                                .toList()));
            } catch (AwsOrganizationsNotInUseException e) {
                LOG.infof("the caller's account belongs to no organisation");
                return Optional.empty();
            } catch (OrganizationsException e) {
                AwsFault fault = AwsFault.of(e);
                if (fault.kind() != AwsFault.Kind.DENIED || fault.code().isEmpty()) {
                    throw e;
                }
                LOG.infof("the caller may not list its organisation: %s", fault.reason());
                return Optional.empty();
            }
        });
    }

    private void addChildren(String parent, List<String> path) {
        UnknownAccountsException.ask(
                        "organizations:ListAccountsForParent",
                        () -> organizations.listAccountsForParentPaginator(request -> request.parentId(parent)).stream()
                                .flatMap(page -> page.accounts().stream())
                                .toList())
                .forEach(account -> accounts.add(new Account(
                        account.id(),
                        account.name() == null ? account.id() : account.name(),
                        organization,
                        path,
                        account.status() == AccountStatus.ACTIVE ? Account.Status.ACTIVE : Account.Status.SUSPENDED,
                        List.of(),
                        null)));
        for (OrganizationalUnit unit : UnknownAccountsException.ask(
                "organizations:ListOrganizationalUnitsForParent",
                () ->
                        organizations
                                .listOrganizationalUnitsForParentPaginator(request -> request.parentId(parent))
                                .stream()
                                .flatMap(page -> page.organizationalUnits().stream())
                                .toList())) {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(unit.name());
            addChildren(unit.id(), deeper);
        }
    }
}
