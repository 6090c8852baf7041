package dev.demarc.gateway.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.OrganizationView;
import dev.demarc.contracts.api.OrganizationView.AccountRow;
import dev.demarc.contracts.api.OrganizationView.UnitView;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.Scorecards;
import dev.demarc.gateway.account.KnownAccount;
import dev.demarc.gateway.catalog.CatalogView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollupTest {
    private static final CatalogView CATALOG = CatalogView.of(Catalogs.small());
    private static final Account SHOP = Scorecards.account("111122223333", "o-shop", "Shop");
    private static final Account BACK_OFFICE = Scorecards.account("777788889999", "o-shop", "Shop", "Back office");

    @Property(tries = 300)
    void scoresAnOrganisationAsAllItsTalliesTogether(@ForAll("accounts") List<List<Tally>> accounts) {
        OrganizationView view = all(known(accounts));

        List<Tally> together = accounts.stream()
                .flatMap(List::stream)
                .filter(tally -> tally.party() != Party.AWS)
                .toList();
        assertThat(view.overall()).isEqualTo(Scorecards.score(together));
        assertThat(view.units().get(0).overall()).isEqualTo(view.overall());
        assertThat(view.failing().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(view.overall().counts().fail());
        assertThat(view.failingByTeam().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(view.overall().counts().fail());
    }

    @Test
    void rollsUnitsUpDownTheTree() {
        OrganizationView view = all(List.of(
                known(SHOP, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "a", 9, 1, 0)),
                known(BACK_OFFICE, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "b", 0, 10, 0))));

        assertThat(view.units())
                .extracting(UnitView::path)
                .containsExactly(List.of(), List.of("Shop"), List.of("Shop", "Back office"));
        assertThat(view.units()).extracting(UnitView::accounts).containsExactly(2, 2, 1);
        assertThat(view.units()).extracting(unit -> unit.overall().value()).containsExactly(45.0, 45.0, 0.0);
    }

    @Test
    void putsTheWorstAccountFirstAndShowsItsLayers() {
        OrganizationView view = all(List.of(
                known(SHOP, Scorecards.tally(Catalogs.BUCKET_LOGS, "a", 10, 0, 0)),
                known(BACK_OFFICE, Scorecards.tally(Catalogs.BUCKET_LOGS, "b", 1, 3, 2))));

        assertThat(view.accounts()).extracting(AccountRow::account).containsExactly(BACK_OFFICE.id(), SHOP.id());
        assertThat(view.accounts().get(0).layers())
                .containsExactly(Map.entry("data", new OrganizationView.LayerCell(25.0, 3, 2)));
        assertThat(view.failing()).containsEntry(Severity.LOW, 3L).containsEntry(Severity.CRITICAL, 0L);
        assertThat(view.failingByTeam()).containsOnlyKeys("b");
        assertThat(view.failingControls())
                .singleElement()
                .satisfies(control -> assertThat(control.control()).isEqualTo("s3-bucket-logs"))
                .satisfies(control -> assertThat(control.accounts()).isEqualTo(1));
    }

    @Test
    void givesTheMeanOfTheAccountsSecurityHubMeasuresBesideTheAdministrators() {
        OrganizationView view = all(List.of(
                known(
                        SHOP,
                        Scorecards.tally(Catalogs.BUCKET_PUBLIC, "a", 5, 0, 0),
                        Scorecards.tally(Catalogs.BUCKET_LOGS, "a", 4, 1, 0)),
                known(
                        BACK_OFFICE,
                        Scorecards.tally(Catalogs.BUCKET_PUBLIC, "b", 0, 1, 0),
                        Scorecards.tally(Catalogs.BUCKET_LOGS, "b", 3, 0, 0)),
                new KnownAccount(Scorecards.account("222233334444", "o-shop", "Shop"), null)));

        assertThat(view.securityHubMean()).isEqualTo(50.0);
        assertThat(view.overall().securityHub()).isZero();
    }

    @Test
    void hasNoMeanOfSecurityHubsMeasureBeforeAnAccountHasData() {
        OrganizationView view = all(List.of(new KnownAccount(SHOP, null)));

        assertThat(view.securityHubMean()).isNull();
    }

    @Property(tries = 300)
    void aTeamsPartIsMadeOfItsTalliesAlone(@ForAll("accounts") List<List<Tally>> accounts) {
        OrganizationView view = Rollup.of("o-shop", "web", known(accounts), CATALOG);

        List<Tally> theirs = accounts.stream()
                .flatMap(List::stream)
                .filter(tally -> tally.party() != Party.AWS && tally.team().equals("web"))
                .toList();
        assertThat(view.overall()).isEqualTo(Scorecards.score(theirs));
        assertThat(view.units().get(0).overall()).isEqualTo(view.overall());
        assertThat(view.accounts()).allSatisfy(row -> assertThat(row.grade()).isNull());
    }

    @Test
    void showsATeamTheAccountsThatItOwnsOrHasAnythingIn() {
        Account other = Scorecards.account("222233334444", "o-shop", "Shop");
        List<KnownAccount> accounts = List.of(
                known(SHOP, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "web", 1, 1, 0)),
                known(BACK_OFFICE, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "payments", 0, 1, 0)),
                new KnownAccount(other, null));

        OrganizationView web = Rollup.of("o-shop", "web", accounts, CATALOG);
        OrganizationView payments = Rollup.of("o-shop", "payments", accounts, CATALOG);

        assertThat(web.accounts()).extracting(AccountRow::account).containsExactly(SHOP.id());
        assertThat(web.failingByTeam()).containsExactly(Map.entry("web", 1L));
        assertThat(web.resources()).isNull();
        assertThat(payments.accountsExpected()).isEqualTo(3);
        assertThat(payments.accountsRead()).isEqualTo(2);
        assertThat(payments.overall().value()).isZero();
    }

    @Test
    void groupsWhatNobodySeesByWhatWouldMendIt() {
        Blind denied =
                new Blind("eu-central-1", "AWS::S3::Bucket", Blind.State.DENIED, "denied", "s3:ListAllMyBuckets");
        Blind other = new Blind("eu-west-1", "AWS::S3::Bucket", Blind.State.DENIED, "denied", "s3:ListAllMyBuckets");
        Blind stale = new Blind("eu-west-1", "AWS::KMS::Key", Blind.State.STALE, null, null);

        OrganizationView view = all(List.of(
                new KnownAccount(SHOP, Scorecards.scorecard(SHOP, 1, List.of(stale, denied, other), List.of())),
                new KnownAccount(BACK_OFFICE, null)));

        assertThat(view.blind()).hasSize(3);
        assertThat(view.blind().get(0))
                .isEqualTo(new OrganizationView.BlindGroup(
                        Blind.State.DENIED, "denied", "s3:ListAllMyBuckets", 2, List.of(SHOP.id())));
        assertThat(view.accountsRead()).isEqualTo(1);
        assertThat(view.accountsExpected()).isEqualTo(2);
        assertThat(view.accounts().get(1).grade()).isNull();
    }

    @Provide
    Arbitrary<List<List<Tally>>> accounts() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 1_000_000);
        Arbitrary<Counts> counts =
                Combinators.combine(count, count, count, count, count).as(Counts::new);
        Arbitrary<Tally> tally = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Party.class),
                        Arbitraries.of("", "payments", "web"),
                        counts)
                .as(Tally::new);
        return tally.list().ofMaxSize(8).list().ofMaxSize(6);
    }

    private static List<KnownAccount> known(List<List<Tally>> accounts) {
        List<KnownAccount> known = new ArrayList<>();
        IntStream.range(0, accounts.size()).forEach(index -> {
            Account account = Scorecards.account("%012d".formatted(index), "o-shop", index % 2 == 0 ? "Even" : "Odd");
            known.add(new KnownAccount(account, Scorecards.scorecard(account, 1, List.of(), accounts.get(index))));
        });
        return known;
    }

    private static OrganizationView all(List<KnownAccount> accounts) {
        return Rollup.of("o-shop", null, accounts, CATALOG);
    }

    private static KnownAccount known(Account account, Tally... tallies) {
        return new KnownAccount(account, Scorecards.scorecard(account, 1, List.of(), List.of(tallies)));
    }
}
