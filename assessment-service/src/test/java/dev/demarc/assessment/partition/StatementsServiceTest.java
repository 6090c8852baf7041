package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.StatementsApi.OTHER;
import static dev.demarc.assessment.partition.StatementsApi.PATIENCE;
import static dev.demarc.assessment.partition.StatementsApi.PLAIN;
import static dev.demarc.assessment.partition.StatementsApi.accountKey;
import static dev.demarc.assessment.partition.StatementsApi.by;
import static dev.demarc.assessment.partition.StatementsApi.in;
import static dev.demarc.assessment.partition.StatementsApi.post;
import static dev.demarc.assessment.partition.StatementsApi.proposal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.demarc.assessment.CalledByTheGateway;
import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Granted;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import dev.demarc.shell.kafka.KafkaClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = OwnStackResource.class, restrictToAnnotatedClass = true)
class StatementsServiceTest {
    private static boolean loaded;

    @Inject
    KafkaClients clients;

    @BeforeEach
    void load() throws InterruptedException, ExecutionException {
        if (loaded) {
            return;
        }
        StatementsApi.load(clients);
        loaded = true;
    }

    @Test
    void aWaiverFromItsProposalToTheListsOfFindings() {
        String file = given().contentType("application/pdf")
                .body("%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/evidence-files?name=minutes.pdf")
                .then()
                .statusCode(201)
                .body("name", is("minutes.pdf"), "size", is(8), "mediaType", is("application/pdf"))
                .extract()
                .path("id");
        String waiver = post("waivers", proposal("bucket-encrypted", "resources", PLAIN.toString(), 20, file))
                .statusCode(201)
                .body("state", is("PROPOSED"), "accounts", is(1), "evidence[0].sha256", not(nullValue()))
                .extract()
                .path("id");

        post("waivers/" + waiver + "/approve", by("Grace")).statusCode(200).body("state", is("ACTIVE"));

        await().atMost(PATIENCE).untilAsserted(() -> given().get(
                        "/api/v1/findings?control=bucket-encrypted&state=waived&account=" + SCOPE.account())
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].waiver", is(waiver), "items[0].state", is("WAIVED"))
                .body("total", is(1)));
        given().get("/api/v1/resources/" + PLAIN)
                .then()
                .body("verdicts.find { it.control == 'bucket-encrypted' }.statement", is(waiver))
                .body("verdicts.find { it.control == 'bucket-encrypted' }.statementKind", is("WAIVER"))
                .body("verdicts.find { it.control == 'bucket-encrypted' }.verified.by", is("s#1"));
        given().get("/api/v1/evidence-files/" + file)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body(equalTo("%PDF-1.7"));
        given().get("/api/v1/waivers?state=active&account=" + SCOPE.account())
                .then()
                .body("items.id", hasItem(waiver));
        given().get("/api/v1/exports/verdicts.csv?account=" + SCOPE.account())
                .then()
                .body(containsString(",FAIL,waived until " + in(20).toString().substring(0, 10)));
        given().get("/api/v1/waivers?organization=o-1").then().body("items.id", hasItem(waiver));
        given().get("/api/v1/waivers?organization=o-2").then().body("items", hasSize(0), "total", is(0));
        post("waivers/" + waiver + "/withdraw", by("Ada")).statusCode(200).body("state", is("WITHDRAWN"));
        await().atMost(PATIENCE).untilAsserted(() -> given().get(
                        "/api/v1/findings?control=bucket-encrypted&state=waived&account=" + SCOPE.account())
                .then()
                .body("items", hasSize(0)));
        given().post("/api/v1/operations/recount").then().body("agrees", is(true));
    }

    @Test
    void anAttestationChangesTheScorecardAndIsRenewedFromItsEnd() {
        String id = post("attestations", proposal(TestCatalog.ATTESTED, "organization", "o-1", 30))
                .statusCode(201)
                .body("accounts", is(2), "renewalDays", is(100))
                .extract()
                .path("id");
        post("attestations/" + id + "/approve", by("Grace")).statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/v1/resources/" + accountKey(OTHER))
                .then()
                .body("verdicts[0].verdict", is("PASS"), "verdicts[0].statement", is(id))
                .body("verdicts[0].statementKind", is("ATTESTATION"))
                .body("verdicts[0].verified.how", is("ATTESTATION"), "verdicts[0].verified.by", is(id)));
        post("attestations", proposal(TestCatalog.ATTESTED, "accounts", OTHER, 20))
                .statusCode(409)
                .body("detail", containsString(id));
        String expiresAt = given().get("/api/v1/attestations/" + id).path("expiresAt");
        post("attestations/" + id + "/renew", """
                        {"author": "Ada", "expiresAt": "%s"}""".formatted(in(60)))
                .statusCode(201)
                .body("state", is("PROPOSED"), "validFrom", is(expiresAt));
    }

    @Test
    void ofTwoApprovalsAtOnceExactlyOneWins() throws InterruptedException, ExecutionException {
        String id = post("waivers", proposal("bucket-young", "accounts", SCOPE.account(), 20))
                .extract()
                .path("id");
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "Approver " + i;
            answers.add(people.submit(
                    () -> post("waivers/" + id + "/approve", by(name)).extract().statusCode()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        people.shutdown();

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void anAuthorCannotApproveTheirOwn() {
        String id = post("waivers", proposal("bucket-young", "accounts", SCOPE.account(), 20))
                .extract()
                .path("id");

        post("waivers/" + id + "/approve", by("Ada"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", is("by"), "detail", containsString("somebody other than the author"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attestations | no-such | accounts | 111122223333 | 20 | 404 | control",
                "attestations | bucket-encrypted | accounts | 111122223333 | 20 | 400 | control",
                "waivers | people-trained | accounts | 111122223333 | 20 | 400 | control",
                "declarations | bucket-young | accounts | 111122223333 | 20 | 400 | control",
                "waivers | bucket-young | accounts | 111122223333 | -1 | 400 | expiresAt",
                "waivers | bucket-young | accounts | 111122223333 | 91 | 400 | expiresAt",
                "attestations | people-trained | accounts | 111122223333 | 101 | 400 | expiresAt",
                "waivers | bucket-young | accounts | 999999999999 | 20 | 404 | scope.accounts",
                "waivers | bucket-young | ou | Nowhere | 20 | 404 | scope.ou",
                "waivers | bucket-young | organization | o-9 | 20 | 404 | scope.organization",
                "waivers | bucket-young | resources | no-key | 20 | 400 | scope.resources",
                "waivers | bucket-young | nothing | x | 20 | 400 | scope"
            })
    void refusesWhatIsNotAcceptedAndSaysWhatIs(
            String kind, String control, String part, String value, int days, int status, String field) {
        post(kind, proposal(control, part, value, days))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", is(field), "detail", containsString("accepted: "));
    }

    @Test
    void refusesAnEmptyTextAndAFileThatIsNotThere() {
        post(
                        "waivers",
                        proposal("bucket-young", "accounts", SCOPE.account(), 20)
                                .replace("It is so.", " "))
                .statusCode(400)
                .body("field", is("text"));
        post(
                        "waivers",
                        proposal(
                                "bucket-young",
                                "accounts",
                                SCOPE.account(),
                                20,
                                "00000000-0000-0000-0000-000000000001"))
                .statusCode(404)
                .body("field", is("evidenceFiles"));
        post("waivers", "{").statusCode(400).body("field", is("body"));
    }

    @Test
    void whatTheCallerMayNotSeeIsAsUnknownAsWhatIsNot() {
        String id = post("waivers", proposal("bucket-young", "accounts", SCOPE.account(), 20))
                .extract()
                .path("id");
        CalledByTheGateway.as(everyRoleOn(Reach.ofAccounts(Set.of(OTHER))));

        String unseen = post("waivers", proposal("bucket-young", "accounts", SCOPE.account(), 20))
                .statusCode(404)
                .extract()
                .path("detail");
        String unknown = post("waivers", proposal("bucket-young", "accounts", "999999999999", 20))
                .statusCode(404)
                .extract()
                .path("detail");

        assertThat(unseen.replace(SCOPE.account(), "999999999999")).isEqualTo(unknown);
        given().get("/api/v1/waivers/" + id).then().statusCode(404);
        post("waivers/" + id + "/approve", by("Grace")).statusCode(404);
        given().get("/api/v1/waivers").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void whichOtherAccountsAStatementCoversIsNotFoundByAskingForThem() {
        String one = "\"" + OTHER + "\"";
        String id = post(
                        "waivers",
                        proposal("bucket-young", "accounts", OTHER, 20)
                                .replace(one, one + ", \"" + SCOPE.account() + "\""))
                .extract()
                .path("id");
        CalledByTheGateway.as(everyRoleOn(Reach.ofAccounts(Set.of(OTHER))));

        given().get("/api/v1/waivers?account=" + OTHER).then().body("items.id", hasItem(id));
        given().get("/api/v1/waivers/" + id).then().body("accounts", is(1));
        given().get("/api/v1/waivers?account=" + SCOPE.account()).then().body("items.id", not(hasItem(id)));
        post("waivers/" + id + "/approve", by("Grace")).statusCode(403);
    }

    @Test
    void anErasedFileIsGoneAndTheStatementThatRestsOnItTellsSo() {
        String file = given().contentType("text/plain")
                .body("Minutes of May")
                .post("/api/v1/evidence-files?name=minutes.txt")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String waiver = post("waivers", proposal("bucket-young", "resources", PLAIN.toString(), 20, file))
                .statusCode(201)
                .body("evidence[0].erased", nullValue())
                .extract()
                .path("id");

        erase(file, "{\"by\": \"Grace\"}").statusCode(400).body("field", is("reason"));
        erase(file, "{\"by\": \"Grace\", \"reason\": \"It names a patient.\"}")
                .statusCode(200)
                .body("erased.by", is("Grace"), "erased.reason", is("It names a patient."));

        given().get("/api/v1/evidence-files/" + file)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", is("/problems/evidence-erased"), "detail", containsString("erased by Grace"));
        given().get("/api/v1/waivers/" + waiver)
                .then()
                .body("evidence[0].erased.by", is("Grace"), "evidence[0].sha256", not(nullValue()));
        erase(file, "{\"by\": \"Ada\", \"reason\": \"Again.\"}").statusCode(410);
        erase("no-such", "{\"by\": \"Ada\", \"reason\": \"Again.\"}").statusCode(404);
    }

    private static ValidatableResponse erase(String file, String body) {
        return given().contentType("application/json")
                .body(body)
                .delete("/api/v1/evidence-files/" + file)
                .then();
    }

    private static Grant everyRoleOn(Reach reach) {
        return new Grant(
                new Person(null, "tests"),
                Arrays.stream(Role.values())
                        .map(role -> new Granted(role, reach))
                        .toList());
    }
}
