package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.scan.Account;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

class AccountDirectoryTest {
    private final Moto moto = Moto.start();
    private final FixedAwsConfig config = FixedAwsConfig.at(moto.endpoint(), "eu-central-1", "eu-nowhere-1");

    @BeforeEach
    void anEmptyAccount() {
        moto.reset();
    }

    @Test
    void knowsTheCallersOwnAccountWhereThereIsNoOrganisation() {
        new AwsAccess(config, new ReplicaShare())
                .clients(Moto.ACCOUNT, "global")
                .iam()
                .createAccountAlias(request -> request.accountAlias("shop"));

        List<Account> accounts = directory(config).accounts(List.of());

        assertThat(accounts)
                .containsExactly(new Account(
                        Moto.ACCOUNT,
                        "shop",
                        Moto.ACCOUNT,
                        List.of(),
                        Account.Status.ACTIVE,
                        List.of("eu-central-1"),
                        null));
    }

    @Test
    void listsTheOrganisationWithThePathsOfItsUnits() {
        String deep = anOrganisationWithAnAccountIn("Workloads", "Production");

        List<Account> accounts = directory(config).accounts(List.of());

        assertThat(accounts).hasSize(2);
        assertThat(accounts)
                .filteredOn(account -> account.id().equals(deep))
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.ouPath()).containsExactly("Workloads", "Production");
                    assertThat(account.organization()).startsWith("o-");
                    assertThat(account.name()).isEqualTo("deep");
                });
    }

    @Test
    void readsOnlyTheAccountsOfTheList() {
        List<Account> accounts = directory(config.withAccounts("111122223333")).accounts(List.of());

        assertThat(accounts).extracting(Account::id).containsExactly("111122223333");
    }

    @Test
    void entersAnotherAccountThroughItsRole() {
        AwsAccess access = new AwsAccess(config, new ReplicaShare());

        access.clients("111122223333", "us-east-1").s3().createBucket(request -> request.bucket("theirs"));

        assertThat(access.clients(Moto.ACCOUNT, "us-east-1").s3().listBuckets().buckets())
                .isEmpty();
        assertThat(access.clients("111122223333", "us-east-1")
                        .s3()
                        .listBuckets()
                        .buckets())
                .hasSize(1);
    }

    private String anOrganisationWithAnAccountIn(String outer, String inner) {
        try (OrganizationsClient organizations = new AwsAccess(config, new ReplicaShare()).organizations()) {
            organizations.createOrganization(request -> request.featureSet(OrganizationFeatureSet.ALL));
            String root = organizations.listRoots().roots().get(0).id();
            String outerId = organizations
                    .createOrganizationalUnit(request -> request.parentId(root).name(outer))
                    .organizationalUnit()
                    .id();
            String innerId = organizations
                    .createOrganizationalUnit(
                            request -> request.parentId(outerId).name(inner))
                    .organizationalUnit()
                    .id();
            String account = organizations
                    .createAccount(request -> request.accountName("deep").email("deep@example.com"))
                    .createAccountStatus()
                    .accountId();
            organizations.moveAccount(
                    request -> request.accountId(account).sourceParentId(root).destinationParentId(innerId));
            return account;
        }
    }

    private static AccountDirectory directory(AwsConfig config) {
        return new AccountDirectory(new AwsAccess(config, new ReplicaShare()), config);
    }
}
