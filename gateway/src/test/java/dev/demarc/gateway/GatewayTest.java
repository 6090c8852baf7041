package dev.demarc.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "demarc.catalog:1:compact,demarc.accounts:1:compact,demarc.scans:1:compact,"
                                + "demarc.scan-progress:1,demarc.scorecards:4:compact,demarc.findings:4"))
class GatewayTest {
    private static final Account SHOP = Scorecards.account("111122223333", "o-shop", "Shop");
    private static final Account DEMO = Scorecards.account("444455556666", "sample");

    @BeforeEach
    void fillTheBus() {
        try (TestBus bus = new TestBus()) {
            bus.send(Topic.CATALOG, "current", EventType.CATALOG_REVISION, Catalogs.small());
            for (Account account : new Account[] {SHOP, DEMO}) {
                bus.send(Topic.ACCOUNTS, account.id(), EventType.ACCOUNT, account);
                bus.send(
                        Topic.SCORECARDS,
                        account.id(),
                        EventType.SCORECARD,
                        Scorecards.scorecard(
                                account, 3, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "payments", 3, 1, 0)));
            }
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/api/v1/accounts/444455556666")
                .then()
                .statusCode(200)
                .body("scorecard.version", equalTo(3)));
    }

    @Test
    void answersOneAccountCompressedAndTagged() {
        Response first = given().header("Accept-Encoding", "gzip").get("/api/v1/accounts/111122223333");

        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(first.header("Cache-Control")).contains("private");
        assertThat(first.header("Age")).isEqualTo("0");
        assertThat(first.jsonPath().getString("account.name")).isEqualTo("Account 3333");
        given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", first.header("ETag"))
                .get("/api/v1/accounts/111122223333")
                .then()
                .statusCode(304);
    }

    @Test
    void rollsTheDefaultOrganisationUpWithoutTheSample() {
        given().get("/api/v1/organization")
                .then()
                .statusCode(200)
                .body("organization", equalTo("o-shop"))
                .body("accountsRead", equalTo(1))
                .body("overall.counts.fail", equalTo(1));
    }
}
