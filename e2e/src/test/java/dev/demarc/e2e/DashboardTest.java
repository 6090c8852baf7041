package dev.demarc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard over the sample organisation, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SamplePlatform.class)
class DashboardTest {
    private static final int MOST_STOPS = 400;
    private static final String FOCUSED_LINK =
            "() => document.activeElement && document.activeElement.getAttribute('href') || ''";

    private final Demarc demarc;
    private final Browsers browsers;

    DashboardTest(Demarc demarc) {
        this.demarc = demarc;
        browsers = new Browsers(demarc);
    }

    @AfterAll
    void closeTheBrowser() {
        browsers.close();
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

        try (Page page = browsers.page("/findings/" + id)) {
            assertThat(page.locator("main")).containsText(resource);
            assertThat(page.locator("main")).containsText(Pattern.compile("customer", Pattern.CASE_INSENSITIVE));
            assertThat(page.locator("main")).containsText(account);
        }
    }

    @Test
    void letsTheKeyboardAloneReachAFinding() {
        try (Page page = browsers.page("/")) {
            follow(page, "/findings(\\?.*)?");
            assertThat(page).hasURL(Pattern.compile(".*/findings(\\?.*)?"));
            assertThat(page.locator("main a[href^='/findings/']").first()).isVisible();
            String finding = follow(page, "/findings/.+");

            assertThat(page).hasURL(demarc.address(finding).toString());
            String title = demarc.get("/api/v1" + finding).at("/finding/title").asText();
            assertThat(page.locator("main h1")).containsText(title);
            assertThat(page.locator("main h1")).isVisible();
        }
    }

    /** Presses Tab until a link of this address has the focus, then Enter; returns its address. */
    private static String follow(Page page, String address) {
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
}
