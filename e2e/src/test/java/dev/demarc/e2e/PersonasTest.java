package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who takes on a persona sees and does what is the persona's, through every service. */
@ExtendWith(SamplePlatform.class)
class PersonasTest {
    private static final String EXPORT = "000000002012";

    private final Demarc demarc;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    PersonasTest(Demarc demarc) {
        this.demarc = demarc;
    }

    @Test
    void aViewerOfAUnitSeesItAloneAndChangesNothing() throws Exception {
        takeOn(
                "{\"role\": \"VIEWER\", \"reach\": {\"kind\": \"UNIT\", \"organization\": \"sample\", \"unit\": [\"%s\"]}}"
                        .formatted(otherUnit()));

        Set<String> accounts = texts("/accounts?limit=500", "/account/id");
        assertThat(accounts).isNotEmpty().doesNotContain(EXPORT);
        assertThat(json("/organization").path("accountsExpected").asInt()).isEqualTo(accounts.size());
        assertThat(accounts).containsAll(texts("/findings?limit=500", "/resource/account"));
        assertThat(accounts).containsAll(texts("/resources?limit=500", "/resource/account"));
        assertThat(get("/accounts/" + EXPORT).statusCode()).isEqualTo(404);
        assertThat(get("/findings?account=" + EXPORT).body()).contains("\"items\":[]");
        assertThat(get("/dead-letters").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/scans", "{}").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/drafts", "{}").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/waivers", "{}").statusCode()).isEqualTo(403);

        assertThat(send("DELETE", "/me/persona", "").statusCode()).isEqualTo(204);
        assertThat(get("/accounts/" + EXPORT).statusCode()).isEqualTo(200);
    }

    @Test
    void anOwnerOfATeamSeesWhatItOwnsInEachAccount() throws Exception {
        JsonNode persona = StreamSupport.stream(json("/me").path("personas").spliterator(), false)
                .filter(each -> each.at("/reach/kind").asText().equals("TEAM"))
                .findFirst()
                .orElseThrow();
        String team = persona.at("/reach/team").asText();
        takeOn("{\"role\": \"OWNER\", \"reach\": %s}".formatted(persona.path("reach")));

        assertThat(texts("/findings?limit=500", "/owner/team")).contains(team);
        assertThat(texts("/resources?limit=500", "/team")).containsExactly(team);
        assertThat(json("/organization").path("failingByTeam").fieldNames())
                .toIterable()
                .isSubsetOf(Set.of(team));
        assertThat(json("/teams").findValuesAsText("team")).containsExactly(team);
    }

    /** One that the account of the exports is not in. */
    private String otherUnit() {
        return StreamSupport.stream(
                        demarc.get("/api/v1/accounts?limit=500").path("items").spliterator(), false)
                .filter(view -> !view.at("/account/id").asText().equals(EXPORT))
                .map(view -> view.at("/account/ouPath/0").asText())
                .filter(unit -> !unit.isEmpty()
                        && !unit.equals(demarc.get("/api/v1/accounts/" + EXPORT)
                                .at("/account/ouPath/0")
                                .asText()))
                .findFirst()
                .orElseThrow();
    }

    private void takeOn(String persona) throws Exception {
        assertThat(send("PUT", "/me/persona", persona).statusCode()).isEqualTo(204);
    }

    private Set<String> texts(String path, String pointer) throws Exception {
        return StreamSupport.stream(json(path).path("items").spliterator(), false)
                .map(item -> item.at(pointer).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode json(String path) throws Exception {
        return JsonHttp.json(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return browser.send(
                HttpRequest.newBuilder(demarc.address("/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .method(method, sent)
                        .build(),
                BodyHandlers.ofString());
    }
}
