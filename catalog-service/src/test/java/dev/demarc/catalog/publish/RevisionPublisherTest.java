package dev.demarc.catalog.publish;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.catalog.EmbeddedCatalog;
import dev.demarc.catalog.revision.Cause;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@EmbeddedCatalog
class RevisionPublisherTest {
    @Inject
    Revisions revisions;

    @Inject
    CatalogTopic topic;

    @Test
    void bringsTheCurrentRevisionToKafkaAtStart() {
        CatalogRevision current = revisions.current();

        await().untilAsserted(() -> assertThat(topic.current()).hasValue(current));
    }

    @Test
    void bringsAPublishedDraftToKafka() {
        CatalogRevision before = revisions.current();

        publishADraft("own-published");

        CatalogRevision after = revisions.current();
        assertThat(after.number()).isEqualTo(before.number() + 1);
        await().untilAsserted(() -> assertThat(topic.current()).hasValue(after));
    }

    @Test
    void givesARestoredRevisionANumberThatNobodyKnows() {
        CatalogRevision restored = revisions.current();
        topic.write(Revisions.renumbered(restored, restored.number() + 5, Instant.EPOCH));

        publishADraft("own-after-a-restoration");

        int number = restored.number() + 6;
        await().untilAsserted(() ->
                assertThat(topic.current()).map(CatalogRevision::number).hasValue(number));
        assertThat(topic.current()).hasValue(revisions.current());
        assertThat(revisions.summary(number).cause()).isEqualTo(Cause.RESTORED);
        given().get("/api/v1/revisions/{number}", number - 1).then().statusCode(404);
    }

    @Test
    void triesAgainWhileKafkaIsAwayAndGoesOnMeanwhile() {
        FailingTopic away = new FailingTopic(3);
        QuarkusMock.installMockForType(away, CatalogTopic.class);

        publishADraft("own-while-away");

        given().get("/q/health/ready").then().statusCode(200);
        await().untilAsserted(() -> assertThat(away.written.get()).isEqualTo(revisions.current()));
    }

    private static void publishADraft(String control) {
        int draft =
                given().post("/api/v1/drafts").then().statusCode(201).extract().path("draft.id");
        given().contentType(ContentType.JSON)
                .body("""
                        {"title": "Bucket has a name", "service": "s3", "type": "AWS::S3::Bucket",
                         "layer": "governance", "category": "CUSTOMER_SPECIFIC", "severity": "low",
                         "assessment": "AUTOMATED", "assert": "configuration.name != ''",
                         "evidence": ["configuration.name"], "why": "Names show whose a bucket is."}""")
                .put("/api/v1/drafts/{draft}/controls/{control}", draft, control)
                .then()
                .statusCode(200);
        given().post("/api/v1/drafts/{draft}/publish", draft).then().statusCode(201);
    }
}
