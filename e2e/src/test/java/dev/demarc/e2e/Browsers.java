package dev.demarc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A real browser for each thread that asks for a page: what drives one belongs to one thread. */
final class Browsers implements AutoCloseable {
    static final int WIDE = 1440;
    static final int NARROW = 375;
    static final int HEIGHT = 1000;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Demarc demarc;
    private final Queue<Playwright> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<BrowserContext> ofThread = ThreadLocal.withInitial(this::open);

    Browsers(Demarc demarc) {
        this.demarc = demarc;
    }

    /** The dashboard's page at a path, when all of it has come; the test is skipped where no browser is installed. */
    Page page(String path) {
        Page page = ofThread.get().newPage();
        page.navigate(demarc.address(path).toString());
        assertThat(page.locator("main h1").first()).isVisible();
        assertThat(page.locator("main [class*='spinner']")).hasCount(0);
        return page;
    }

    @Override
    public void close() {
        opened.forEach(Playwright::close);
    }

    private BrowserContext open() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || System.getenv("CI") != null,
                "skipped: there is no Chromium at " + CHROMIUM);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        opened.add(playwright);
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(WIDE, HEIGHT).setBypassCSP(true));
    }
}
