package dev.demarc.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.time.Duration;

/** What every test of the running gateway finds on the bus. */
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "demarc.catalog:1:compact,demarc.accounts:1:compact,demarc.scans:1:compact,"
                                + "demarc.scan-progress:1,demarc.scorecards:4:compact,demarc.findings:4"))
@QuarkusTestResource(FakeServices.class)
public final class RunningGateway {
    public static final Account SHOP = Scorecards.account("111122223333", "o-shop", "Shop");
    public static final Account BACK_OFFICE = Scorecards.account("777788889999", "o-shop", "Shop", "Back office");
    public static final Account DEMO = Scorecards.account("444455556666", "sample");

    private RunningGateway() {}

    /** Puts a catalog and three accounts on the bus, and waits until the gateway knows them. */
    public static void filled() {
        try (TestBus bus = new TestBus()) {
            bus.send(Topic.CATALOG, "current", EventType.CATALOG_REVISION, Catalogs.small());
            put(bus, SHOP, 3, 1);
            put(bus, BACK_OFFICE, 1, 1);
            put(bus, DEMO, 0, 50);
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> given().get(
                        "/api/v1/accounts/" + DEMO.id())
                .then()
                .statusCode(200)
                .body("scorecard.version", equalTo(3)));
        await().untilAsserted(() -> given().get("/api/v1/about").then().body("revision", equalTo(7)));
    }

    private static void put(TestBus bus, Account account, long pass, long fail) {
        Scorecard scorecard =
                Scorecards.scorecard(account, 3, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "payments", pass, fail, 0));
        bus.send(Topic.ACCOUNTS, account.id(), EventType.ACCOUNT, account);
        bus.send(Topic.SCORECARDS, account.id(), EventType.SCORECARD, scorecard);
    }
}
