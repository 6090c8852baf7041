package dev.demarc.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void asksEachServiceForWhatItAnswers() {
        assertThat(Routes.find("GET", "/findings/a.b")).map(Route::target).contains(Target.ASSESSMENT);
        assertThat(Routes.find("PUT", "/drafts/7/controls/a"))
                .map(Route::target)
                .contains(Target.CATALOG);
        assertThat(Routes.find("GET", "/drafts")).map(Route::target).contains(Target.CATALOG);
        assertThat(Routes.find("DELETE", "/evidence-files/7"))
                .map(Route::target)
                .contains(Target.ASSESSMENT);
        assertThat(Routes.find("POST", "/scans")).map(Route::target).contains(Target.SCANNER);
    }

    @Test
    void passesOnlyWhatTheTableNames() {
        assertThat(Routes.find("DELETE", "/findings/a")).isEmpty();
        assertThat(Routes.find("GET", "/findings/a/b")).isEmpty();
        assertThat(Routes.find("POST", "/waivers/1/publish")).isEmpty();
        assertThat(Routes.find("GET", "/statements")).isEmpty();
        assertThat(Routes.find("GET", "/")).isEmpty();
    }

    @Test
    void takesAClosingSlashForNone() {
        assertThat(Routes.find("GET", "/findings/"))
                .map(Route::ofOneOrganization)
                .contains(true);
    }

    @Test
    void answersWhoAsksForTheHeadAsWithGet() {
        assertThat(Routes.find("HEAD", "/revisions/7")).isPresent();
    }

    @Test
    void keepsDownloadsApartFromReads() {
        assertThat(Routes.ALL)
                .filteredOn(route -> route.budget() == Budget.DOWNLOADS)
                .extracting(Route::path)
                .extracting(path -> path.get(0))
                .containsExactlyInAnyOrder("exports", "evidence-files");
    }

    @Test
    void takesTenMegabytesForAFileAndOneForAnythingElse() {
        assertThat(Routes.find("POST", "/evidence-files")).map(Route::mostBytes).contains(10 * 1024 * 1024);
        assertThat(Routes.find("POST", "/waivers")).map(Route::mostBytes).contains(1024 * 1024);
        assertThat(Routes.find("GET", "/findings")).map(Route::mostBytes).contains(0);
        assertThat(Routes.mostBytes("/evidence-files")).isEqualTo(10 * 1024 * 1024);
        assertThat(Routes.mostBytes("/evidence-files/7")).isEqualTo(1024 * 1024);
        assertThat(Routes.mostBytes("/findings/7")).isZero();
        assertThat(Routes.mostBytes("/")).isZero();
    }
}
