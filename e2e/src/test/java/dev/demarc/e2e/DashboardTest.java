package dev.demarc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard over the sample organisation, in a real browser. */
@ExtendWith(SamplePlatform.class)
class DashboardTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Demarc demarc;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    DashboardTest(Demarc demarc) {
        this.demarc = demarc;
    }

    @BeforeEach
    void openABrowser() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || System.getenv("CI") != null,
                "skipped: there is no Chromium at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterEach
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "S1, s3-bucket-not-public, 000000002012, retail-web-prod-customer-exports",
        "S2, ec2-patches-installed, 000000002011, settlement-batch",
        "S3, iam-user-admin-has-mfa, 000000003013, legacy-release-admin",
        "S4, security-group-no-open-ssh, 000000003012, jump-host"
    })
    void showsWhoseAScenarioIs(String scenario, String control, String account, String resource) {
        String id = ScenariosTest.finding(demarc, resource, account, control);
        Page page = page(ColorScheme.LIGHT, 1440);

        page.navigate(demarc.address("/findings/" + id).toString());

        assertThat(page.locator("main")).containsText(resource);
        assertThat(page.locator("main")).containsText(Pattern.compile("customer", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("main")).containsText(account);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 375", "LIGHT, 1440", "DARK, 375", "DARK, 1440"})
    void hasNothingThatAxeObjectsTo(ColorScheme scheme, int width) {
        Page page = page(scheme, width);

        for (String path : List.of("/", "/findings", "/responsibilities")) {
            page.navigate(demarc.address(path).toString());
            assertThat(page.locator("main h1").first()).isVisible();
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
        }
    }

    private Page page(ColorScheme scheme, int width) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, 1000)
                        .setBypassCSP(true));
        return context.newPage();
    }
}
