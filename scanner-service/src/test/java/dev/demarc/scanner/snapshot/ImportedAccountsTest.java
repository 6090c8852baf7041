package dev.demarc.scanner.snapshot;

import static dev.demarc.scanner.snapshot.ImportedFiles.bucket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.scan.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what is known of accounts. */
class ImportedAccountsTest {
    private static final String ITEM = bucket("a", "2026-05-01T00:00:00Z");
    private static final Account SHOP = new Account(
            "111122223333",
            "Shop",
            "o-a1b2c3",
            List.of("Prod", "Retail"),
            Account.Status.ACTIVE,
            List.of("eu-central-1", "eu-west-1"),
            "retail");

    private final ImportedFiles files;

    ImportedAccountsTest(@TempDir Path folder) {
        files = new ImportedFiles(folder);
    }

    @Test
    void anAccountThatIsKnownAndNotDescribedStaysAsItIs() throws IOException {
        files.knowing(SHOP).lines(ITEM);

        assertThat(files.accounts()).isEmpty();
    }

    @Test
    void whatAFileDoesNotSayOfAnAccountStaysAsItIs() throws IOException {
        files.knowing(SHOP).lines("{\"account\":{\"id\":\"111122223333\",\"name\":\"Store\"}}", ITEM);

        assertThat(files.accounts())
                .containsExactly(new Account(
                        "111122223333",
                        "Store",
                        "o-a1b2c3",
                        SHOP.ouPath(),
                        SHOP.status(),
                        SHOP.enabledRegions(),
                        "retail"));
    }

    @Test
    void anAccountOfWhichNothingIsKnownJoinsNoOrganizationOfItsOwn() throws IOException {
        files.lines(ITEM);

        assertThat(files.accounts())
                .containsExactly(new Account(
                        "111122223333",
                        "111122223333",
                        Account.UNKNOWN_ORGANIZATION,
                        List.of(),
                        Account.Status.ACTIVE,
                        List.of("eu-west-1"),
                        null));
    }

    @Test
    void theOrganizationThatIsNamedTakesAccountsAndLeavesTheRestOfThem() throws IOException {
        files.knowing(SHOP).in("o-new").lines(ITEM);

        assertThat(files.accounts()).singleElement().satisfies(account -> {
            assertThat(account.organization()).isEqualTo("o-new");
            assertThat(account.name()).isEqualTo("Shop");
            assertThat(account.ouPath()).isEqualTo(SHOP.ouPath());
        });
    }

    @Test
    void anAccountThatCannotBeIsToldWithItsLine() throws IOException {
        Survey survey = files.lines(
                "{\"account\":{\"id\":\"mine\"}}", "{\"account\":{\"id\":\"111122223333\",\"name\":\"a\\u0000\"}}");

        assertThat(survey.faults())
                .containsExactly(
                        "line 1: account id is 'mine'; accepted: 12 digits",
                        "line 2: account name holds the character NUL; accepted: text without it");
        assertThat(files.accounts()).isEmpty();
    }
}
