package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.scan.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Account SHOP = account("111122223333", "shop");
    private static final Account BANK = account("444455556666", "bank");

    private final Reach organization = new Reach(Reach.Origin.ORGANIZATION, List.of(SHOP, BANK));

    @Test
    void isAllAccountsWhereNoneIsNamed() {
        assertThat(organization.chosen(List.of())).containsExactly(SHOP, BANK);
    }

    @Test
    void givesEachNamedAccountOnce() {
        assertThat(organization.chosen(List.of(BANK.id(), SHOP.id(), BANK.id())))
                .containsExactly(BANK, SHOP);
    }

    @Test
    void refusesAStrangerToTheOrganisation() {
        assertThatThrownBy(() -> organization.chosen(List.of(SHOP.id(), "777000000000")))
                .isInstanceOf(StrangerException.class)
                .hasMessage("accounts has '777000000000'; accepted: an account of the organisation o-1");
    }

    @Test
    void refusesAMemberThatIsNotConfigured() {
        Reach configured = Reach.configured(List.of(BANK.id()), List.of(SHOP, BANK));

        assertThatThrownBy(() -> configured.chosen(List.of(SHOP.id())))
                .hasMessage("accounts has '111122223333'; accepted: an account of the setting demarc.aws.accounts");
    }

    @Test
    void keepsWhatTheOrganisationSaysOfAConfiguredAccount() {
        Reach configured = Reach.configured(List.of(BANK.id(), "777000000000"), List.of(SHOP, BANK));

        assertThat(configured.chosen(List.of())).containsExactly(BANK, account("777000000000", "777000000000"));
    }

    @Test
    void saysThatTheCallerIsAlone() {
        Reach alone = new Reach(Reach.Origin.CALLER, List.of(SHOP));

        assertThatThrownBy(() -> alone.chosen(List.of(BANK.id())))
                .hasMessageContaining("accounts has '444455556666'; accepted: 111122223333, the caller's own");
    }

    private static Account account(String id, String name) {
        return new Account(id, name, "o-1", List.of(), Account.Status.ACTIVE, List.of(), null);
    }
}
