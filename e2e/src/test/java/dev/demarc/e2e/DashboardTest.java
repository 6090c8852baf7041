package dev.demarc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboard over the sample organisation, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SamplePlatform.class)
class DashboardTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int WIDE = 1440;
    private static final int NARROW = 375;
    private static final int HEIGHT = 1000;
    private static final int MOST_STOPS = 400;
    private static final String FOCUSED_LINK =
            "() => document.activeElement && document.activeElement.getAttribute('href') || ''";

    private final Demarc demarc;
    private Playwright playwright;
    private BrowserContext context;
    private Page page;

    DashboardTest(Demarc demarc) {
        this.demarc = demarc;
    }

    @BeforeAll
    void openTheBrowser() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || System.getenv("CI") != null,
                "skipped: there is no Chromium at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(WIDE, HEIGHT).setBypassCSP(true));
    }

    @AfterAll
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openAPage() {
        page = context.newPage();
    }

    @AfterEach
    void closeThePage() {
        page.close();
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

        open("/findings/" + id);

        assertThat(page.locator("main")).containsText(resource);
        assertThat(page.locator("main")).containsText(Pattern.compile("customer", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("main")).containsText(account);
    }

    /** Colours go with the theme and the arrangement with the width, so each of both is looked at once. */
    @ParameterizedTest
    @MethodSource("pages")
    void hasNothingThatAxeObjectsToWideAndLightOrNarrowAndDark(String path) {
        open(path);

        mustPassAxe(path, WIDE, ColorScheme.LIGHT);
        mustPassAxe(path, NARROW, ColorScheme.DARK);
    }

    private void mustPassAxe(String path, int width, ColorScheme scheme) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(page.locator("main")).hasCSS("color-scheme", scheme.name().toLowerCase(Locale.ROOT));
        assertThat(axe().analyze().getViolations())
                .as("%s, %s, %d pixels", path, scheme, width)
                .isEmpty();
    }

    /** Every page of the dashboard, and an address that is none; long lists cut short, as their rows are all alike. */
    List<String> pages() {
        String account = "000000002012";
        String control = "s3-bucket-not-public";
        String finding = ScenariosTest.finding(demarc, "retail-web-prod-customer-exports", account, control);
        String resource = demarc.get("/api/v1/findings/" + finding)
                .at("/finding/resource/key")
                .asText();
        String scan = demarc.get("/api/v1/scans").at("/items/0/request/id").asText();
        return List.of(
                "/",
                "/accounts",
                "/accounts/" + account,
                "/findings?account=" + account + "&control=" + control,
                "/findings/" + finding,
                "/resources?account=" + account + "&type=AWS::S3::Bucket",
                "/resources/" + resource,
                "/responsibilities?service=ec2&service=s3",
                "/responsibilities/compare?from=ec2&to=rds",
                "/controls",
                "/controls/" + control,
                "/controls/shared-patch-management",
                "/frameworks",
                "/frameworks/aws-fsbp?account=" + account,
                "/provider-evidence",
                "/provider-evidence/sample-aws-soc-2-2026-03",
                "/provider-evidence/put",
                "/teams",
                "/teams/unowned",
                "/drift",
                "/attestations",
                firstOf("/attestations"),
                "/attestations/propose?control=shared-patch-management",
                "/waivers",
                firstOf("/waivers"),
                "/waivers/propose?control=" + control + "&resource=" + resource,
                "/declarations",
                firstOf("/declarations"),
                "/declarations/propose",
                "/scans",
                "/scans/" + scan,
                "/nowhere");
    }

    private String firstOf(String statements) {
        return statements + "/"
                + demarc.get("/api/v1" + statements).at("/items/0/id").asText();
    }

    @Test
    void letsTheKeyboardAloneReachAFinding() {
        open("/");

        follow("/findings(\\?.*)?");
        assertThat(page).hasURL(Pattern.compile(".*/findings(\\?.*)?"));
        assertThat(page.locator("main a[href^='/findings/']").first()).isVisible();
        String finding = follow("/findings/.+");

        assertThat(page).hasURL(demarc.address(finding).toString());
        String title = demarc.get("/api/v1" + finding).at("/finding/title").asText();
        assertThat(page.locator("main h1")).containsText(title);
        assertThat(page.locator("main h1")).isVisible();
    }

    /** Presses Tab until a link of this address has the focus, then Enter; returns its address. */
    private String follow(String address) {
        List<String> passed = new ArrayList<>();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            String link = String.valueOf(page.evaluate(FOCUSED_LINK));
            if (link.matches(address)) {
                page.keyboard().press("Enter");
                return link;
            }
            passed.add(link);
        }
        throw new AssertionError("no link " + address + " among " + passed);
    }

    private AxeBuilder axe() {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(violations);
    }

    private void open(String path) {
        page.navigate(demarc.address(path).toString());
        assertThat(page.locator("main h1").first()).isVisible();
        assertThat(page.locator("main [class*='spinner']")).hasCount(0);
    }
}
