package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.scan.Account;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

class AccountDirectoryTest {
    @RegisterExtension
    private final EmulatedAws aws = new EmulatedAws();

    private final Moto moto = aws.moto();
    private final FixedAwsConfig config = FixedAwsConfig.at(moto.endpoint(), "eu-central-1", "eu-nowhere-1");

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
    void readsNoFewerAccountsWhereAPageOfTheOrganisationIsThrottled() {
        anOrganisationOf(21);
        aws.proxy().jsonFault("\"NextToken\"", 400, "TooManyRequestsException");

        assertThatThrownBy(() -> throughTheProxy().accounts(List.of()))
                .isInstanceOf(UnknownAccountsException.class)
                .hasMessage("which accounts there are is not known, since organizations:ListAccountsForParent failed:"
                        + " throttled by AWS after all retries")
                .extracting("mayPass")
                .isEqualTo(true);
    }

    @Test
    void readsNoFewerAccountsWhereAPartOfTheOrganisationIsDenied() {
        anOrganisationOf(1);
        aws.proxy().jsonFault("ListOrganizationalUnitsForParent", 400, "AccessDeniedException");

        assertThatThrownBy(() -> throughTheProxy().accounts(List.of()))
                .isInstanceOf(UnknownAccountsException.class)
                .hasMessageContaining("organizations:ListOrganizationalUnitsForParent failed: access denied")
                .extracting("mayPass")
                .isEqualTo(false);
    }

    @Test
    void takesTheRefusalOfSomethingBetweenForNoAnswerOfAws() {
        aws.proxy().jsonFault("ListRoots", 403, "");
        anOrganisationOf(1);

        assertThatThrownBy(() -> throughTheProxy().accounts(List.of())).isInstanceOf(UnknownAccountsException.class);
    }

    @Test
    void readsTheCallersOwnAccountWhereItMayNotListTheOrganisation() {
        anOrganisationOf(1);
        aws.proxy().jsonFault("ListRoots", 400, "AccessDeniedException");

        assertThat(throughTheProxy().accounts(List.of()))
                .extracting(Account::id)
                .containsExactly(Moto.ACCOUNT);
    }

    @Test
    void refusesAStrangerBeforeAnythingIsPlanned() {
        anOrganisationOf(1);

        assertThatThrownBy(() -> directory(config).demand(List.of("777000000000")))
                .isInstanceOf(StrangerException.class)
                .hasMessageContaining("'777000000000'; accepted: an account of the organisation o-");
    }

    @Test
    void saysThatAwsDoesNotAnswerAtAll() {
        FixedAwsConfig nowhere = FixedAwsConfig.at(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> directory(nowhere).accounts(List.of()))
                .isInstanceOf(UnknownAccountsException.class)
                .hasMessageStartingWith(
                        "which accounts there are is not known, since sts:GetCallerIdentity failed: no usable answer");
    }

    @Test
    void refusesASettingThatIsNoListOfAccounts() {
        assertThatThrownBy(() -> directory(config.withAccounts("shop")))
                .hasMessage("demarc.aws.accounts has 'shop'; accepted: 12 digits");
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

    private void anOrganisationOf(int members) {
        try (OrganizationsClient organizations = new AwsAccess(config, new ReplicaShare()).organizations()) {
            organizations.createOrganization(request -> request.featureSet(OrganizationFeatureSet.ALL));
            IntStream.range(0, members)
                    .forEach(i -> organizations.createAccount(
                            request -> request.accountName("member" + i).email("member" + i + "@example.com")));
        }
    }

    private AccountDirectory throughTheProxy() {
        return directory(FixedAwsConfig.at(aws.proxy().endpoint(), "eu-central-1"));
    }

    private static AccountDirectory directory(AwsConfig config) {
        return new AccountDirectory(new AwsAccess(config, new ReplicaShare()), config, Clock.systemUTC());
    }
}
