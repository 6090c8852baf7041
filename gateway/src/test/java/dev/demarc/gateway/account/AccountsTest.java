package dev.demarc.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.scan.Account;
import dev.demarc.engine.ownership.Ownership;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.Scorecards;
import dev.demarc.shell.problem.RefusedValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Account ONE = Scorecards.account("111122223333", "o-shop");
    private static final Account DEMO = Scorecards.account("000000000001", Accounts.SAMPLE);

    private final Accounts accounts = TestAccounts.none();

    @Test
    void ignoresAScorecardThatIsNotNewer() {
        accounts.put(ONE);
        accounts.put(Scorecards.scorecard(ONE, 5));

        assertThat(accounts.put(Scorecards.scorecard(ONE, 4))).isFalse();
        assertThat(accounts.put(Scorecards.scorecard(ONE, 5))).isFalse();
        assertThat(accounts.find(Sight.EVERYTHING, ONE.id()).map(KnownAccount::scorecard))
                .get()
                .extracting("version")
                .isEqualTo(5L);
    }

    @Test
    void countsTheChangesOfEachOrganisationApart() {
        accounts.put(ONE);
        accounts.put(DEMO);
        long ofShop = accounts.changes("o-shop");
        long ofSample = accounts.changes(Accounts.SAMPLE);

        accounts.put(Scorecards.scorecard(DEMO, 2));

        assertThat(accounts.changes("o-shop")).isEqualTo(ofShop);
        assertThat(accounts.changes(Accounts.SAMPLE)).isGreaterThan(ofSample);
    }

    @Test
    void countsAnAccountsMoveForBothOrganisations() {
        accounts.put(ONE);
        long before = accounts.changes("o-shop");

        accounts.put(Scorecards.account(ONE.id(), "o-other"));

        assertThat(accounts.changes("o-shop")).isGreaterThan(before);
        assertThat(accounts.changes("o-other")).isPositive();
    }

    @Test
    void keepsAScorecardThatComesBeforeItsAccount() {
        accounts.put(Scorecards.scorecard(ONE, 2));
        assertThat(accounts.find(Sight.EVERYTHING, ONE.id())).isEmpty();

        accounts.put(ONE);

        assertThat(accounts.find(Sight.EVERYTHING, ONE.id()).map(KnownAccount::scorecard))
                .isPresent();
    }

    @Test
    void accountsOfNoOrganisationDoNotChangeWhichOneIsMeant() {
        Organizations organizations = new Organizations(accounts);
        accounts.put(ONE);
        accounts.put(Scorecards.account("000000000002", Account.UNKNOWN_ORGANIZATION));
        accounts.put(Scorecards.account("000000000003", "000000000003"));
        accounts.put(DEMO);

        assertThat(organizations.defaultId(Sight.EVERYTHING)).contains("o-shop");
        assertThat(organizations.all(Sight.EVERYTHING))
                .extracting(OrganizationSummary::id)
                .containsExactly("o-shop", "000000000003", Account.UNKNOWN_ORGANIZATION, "sample");
    }

    @Test
    void meansTheFirstRealOrganisationAndTheSampleOnlyWhenAlone() {
        Organizations organizations = new Organizations(accounts);
        accounts.put(DEMO);
        assertThat(organizations.defaultId(Sight.EVERYTHING)).contains(Accounts.SAMPLE);

        accounts.put(ONE);

        assertThat(organizations.defaultId(Sight.EVERYTHING)).contains("o-shop");
        assertThat(organizations.all(Sight.EVERYTHING))
                .extracting(OrganizationSummary::id)
                .containsExactly("o-shop", "sample");
        assertThatThrownBy(() -> organizations.named(Sight.EVERYTHING, "o-none"))
                .isInstanceOf(RefusedValueException.class)
                .hasMessage("organization is 'o-none'; accepted: o-shop, sample");
    }

    @Test
    void pagesEachAccountOnceInEveryOrder() {
        for (int n = 1; n <= 25; n++) {
            Account account = Scorecards.account("%012d".formatted(n), "o-shop");
            accounts.put(account);
            if (n % 5 != 0) {
                accounts.put(Scorecards.scorecard(
                        account, 1, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "", n % 3 + 1, n % 7, 0)));
            }
        }

        for (String sort : List.of("id", "-id", "name", "-name", "score", "-score", "grade", "-grade", "-failing")) {
            assertThat(ids(sort)).as(sort).hasSize(25).doesNotHaveDuplicates();
        }
        assertThat(ids("score").subList(20, 25))
                .allSatisfy(id -> assertThat(Integer.parseInt(id) % 5).isZero());
    }

    @Test
    void namesTheOrdersThatItKnows() {
        assertThatThrownBy(() -> AccountOrder.parse("colour"))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageStartingWith("sort is 'colour'; accepted: id, -id, name");
    }

    private List<String> ids(String sort) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<AccountView> page = page(sort, cursor);
            page.items().forEach(view -> ids.add(view.account().id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private Page<AccountView> page(String sort, @Nullable String cursor) {
        AccountOrder order = AccountOrder.parse(sort);
        return new AccountQuery(
                        Optional.of("o-shop"),
                        null,
                        null,
                        null,
                        null,
                        order,
                        Optional.ofNullable(cursor).map(text -> AccountCursor.parse(text, order)),
                        4,
                        Ownership.NONE)
                .page(accounts.all(Sight.EVERYTHING));
    }
}
