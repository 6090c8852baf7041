package dev.demarc.assessment.api;

import static dev.demarc.assessment.api.ApiFixture.BAD;
import static dev.demarc.assessment.api.ApiFixture.MENDED;
import static dev.demarc.assessment.api.ApiFixture.PAYMENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.Page;
import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class FindingsApiTest {
    @Inject
    DataSource dataSource;

    @BeforeEach
    void stored() {
        ApiFixture.store(dataSource);
    }

    @Test
    void listsAnAccountsFindingsTheGravestFirst() {
        Page<FindingView> page = page("account=" + PAYMENTS + "&region=eu-central-1", null, 50);

        assertThat(page.items())
                .extracting(FindingView::severity)
                .containsExactly(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.next()).isNull();
    }

    @Test
    void saysWhoseAFindingIsAndWhenItIsDue() {
        given().get("/api/v1/findings?account={a}&control=bucket-not-public&region=eu-central-1", PAYMENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", is(BAD + ".bucket-not-public"))
                .body("items[0].party", is("CUSTOMER"))
                .body("items[0].owner.party", is("CUSTOMER"))
                .body("items[0].owner.accountName", is("Payments"))
                .body("items[0].owner.team", is("payments"))
                .body("items[0].service", is("s3"))
                .body("items[0].state", is("OPEN"))
                .body("items[0].since", is("2026-06-10T07:00:00Z"))
                .body("items[0].dueAt", is("2026-06-17T23:59:59Z"))
                .body("items[0].lastVerified", is("2026-06-10T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, state=open",
        "7, state=open",
        "36, state=open",
        "500, state=open",
        "1, overdue=true",
        "7, since=2026-01-01",
        "36, overdue=true",
    })
    void givesEveryFindingOnceWhateverThePageSize(int limit, String filter) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<FindingView> page = page("organization=o-example&" + filter, cursor, limit);
            page.items().forEach(finding -> ids.add(finding.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(ids).hasSize(36).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account=111122223333                            | 33",
                "account=111122223333,222233334444               | 36",
                "account=222233334444                            | 3",
                "account=555555555555                            | 0",
                "ou=Workloads                                    | 33",
                "ou=Workloads/Production                         | 33",
                "ou=Work                                         | 0",
                "ou=Infrastructure,Workloads                     | 36",
                "organization=o-example                          | 36",
                "organization=sample                             | 3",
                "organization=o-none                             | 0",
                "account=111122223333&party=SHARED               | 11",
                "account=111122223333&party=customer             | 22",
                "account=111122223333&party=AWS                  | 0",
                "account=111122223333&team=payments              | 3",
                "account=111122223333&team=                      | 30",
                "account=111122223333&team=nobody                | 0",
                "account=111122223333&severity=critical          | 11",
                "account=111122223333&severity=critical,high     | 22",
                "account=111122223333&severity=low               | 0",
                "account=111122223333&layer=data                 | 33",
                "account=111122223333&layer=hardware             | 0",
                "account=111122223333&control=bucket-versioned   | 11",
                "account=111122223333&service=s3                 | 33",
                "account=111122223333&service=iam                | 0",
                "account=111122223333&type=AWS::S3::Bucket       | 33",
                "account=111122223333&type=AWS::IAM::User        | 0",
                "account=111122223333&region=us-east-1           | 30",
                "account=111122223333&region=us-east-1,global    | 30",
                "account=111122223333&overdue=true               | 33",
                "account=111122223333&overdue=false              | 33",
                "account=111122223333&since=2026-06-10T06:59:59Z | 33",
                "account=111122223333&since=2026-06-10T07:00:00Z | 0",
                "account=111122223333&since=2026-05-01&state=resolved | 0",
                "account=111122223333&since=2026-04-30&state=resolved | 1",
                "account=111122223333&state=open                 | 33",
                "account=111122223333&state=resolved             | 1",
                "account=111122223333&state=open,resolved        | 34",
            })
    void filters(String query, int findings) {
        assertThat(page(query, null, 500).items()).hasSize(findings);
    }

    @Test
    void neverMixesTheSampleWithAnOrganisation() {
        given().get("/api/v1/findings?limit=500")
                .then()
                .statusCode(200)
                .body("items", hasSize(36))
                .body("items.resource.account", everyItem(not(ApiFixture.SAMPLE)));
    }

    @Test
    void listsAResolvedFindingWithTheTimeThatItWasOpen() {
        given().get("/api/v1/findings?account={a}&state=resolved", PAYMENTS)
                .then()
                .statusCode(200)
                .body("items[0].id", is(MENDED + ".bucket-not-public"))
                .body("items[0].state", is("RESOLVED"))
                .body("items[0].since", is("2026-05-01T00:00:00Z"))
                .body("items[0].until", is("2026-05-09T00:00:00Z"))
                .body("total", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severity=grave       | severity        | critical, high, medium, low",
                "party=me             | party           | aws, shared, customer",
                "layer=cake           | layer           | data, hardware",
                "control=none         | control         | bucket-encrypted",
                "service=s4           | service         | account, iam, s3",
                "type=Bucket          | type            | AWS::S3::Bucket",
                "region=Frankfurt     | region          | global",
                "state=shut           | state           | open, waived, resolved",
                "account=1            | account         | 12",
                "since=tomorrow       | since           | a day such as",
                "since=2999-01-01     | since           | nor yet to come",
                "overdue=yes          | overdue         | false, true",
                "overdue=true&state=resolved | state    | open, where overdue is given",
                "limit=0              | limit           | 1 to 500",
                "limit=501            | limit           | 1 to 500",
                "limit=many           | limit           | 1 to 500",
                "limit=1&limit=2      | limit           | one value",
                "cursor=abc           | cursor          | what a page gave as next",
                "sevrity=high         | query parameter | severity",
            })
    void refusesWhatItDoesNotUnderstand(String query, String field, String accepted) {
        given().get("/api/v1/findings?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/bad-request"))
                .body("status", is(400))
                .body("field", is(field))
                .body("detail", containsString(accepted));
    }

    @Test
    void refusesACursorOfAnotherFilter() {
        String next = page("account=" + PAYMENTS, null, 1).next();

        given().queryParam("cursor", next)
                .get("/api/v1/findings?severity=high")
                .then()
                .statusCode(400)
                .body("field", equalTo("cursor"));
    }

    private static Page<FindingView> page(String query, @Nullable String cursor, int limit) {
        String json = given().get(
                        "/api/v1/findings?limit=" + limit + "&" + query + (cursor == null ? "" : "&cursor=" + cursor))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return Json.MAPPER.readValue(json, new TypeReference<Page<FindingView>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
