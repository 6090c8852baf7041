package dev.demarc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the dashboard, two at a time, each in a browser of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SamplePlatform.class)
class AccessibilityTest {
    private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

    private final Demarc demarc;
    private final Browsers browsers;

    AccessibilityTest(Demarc demarc) {
        this.demarc = demarc;
        browsers = new Browsers(demarc);
    }

    @AfterAll
    void closeTheBrowsers() {
        browsers.close();
    }

    /** Dark is looked at by the rules on colours alone: no other rule tells the themes apart. */
    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void hasNothingThatAxeObjectsToInEitherThemeWideAndNarrow(String path) {
        try (Page page = browsers.page(path)) {
            for (int width : List.of(Browsers.WIDE, Browsers.NARROW)) {
                page.setViewportSize(width, Browsers.HEIGHT);
                show(page, ColorScheme.LIGHT);
                assertThat(axe(page).analyze().getViolations())
                        .as("%s, light, %d pixels", path, width)
                        .isEmpty();
                show(page, ColorScheme.DARK);
                assertThat(axe(page).withRules(COLOUR_RULES).analyze().getViolations())
                        .as("%s, dark, %d pixels", path, width)
                        .isEmpty();
            }
        }
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

    private static AxeBuilder axe(Page page) {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(violations);
    }

    private static void show(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(page.locator("main")).hasCSS("color-scheme", scheme.name().toLowerCase(Locale.ROOT));
    }
}
