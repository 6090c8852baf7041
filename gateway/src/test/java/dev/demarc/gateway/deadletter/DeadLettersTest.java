package dev.demarc.gateway.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.embedded.KafkaTopics;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.gateway.RunningGateway;
import dev.demarc.gateway.TestBus;
import dev.demarc.shell.kafka.KafkaClients;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLettersTest {
    private static final String PATH = "/api/v1/dead-letters";
    private static final String LETTERS = Topic.ACCOUNTS_DEAD_LETTERS.topicName();

    @Inject
    KafkaClients clients;

    @BeforeEach
    void topics() {
        RunningGateway.filled();
        KafkaTopics.ensure(
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                List.of(TopicSpec.compacted(LETTERS, 1)));
        for (Map<String, String> letter : letters()) {
            given().delete(PATH + "/" + letter.get("id")).then().statusCode(204);
        }
    }

    @Test
    void listsLettersWithTheirReasons() {
        putAside("demarc.accounts/0/4711", "not an Account: no JSON");

        given().get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].reason", equalTo("not an Account: no JSON"))
                .body("items[0].origin", equalTo("demarc.accounts/0/4711"))
                .body("items[0].key", equalTo("123456789012"))
                .body("items[0].bytes", equalTo(7));
    }

    @Test
    void replaysALetterToWhereItStood() {
        putAside("demarc.accounts/0/4712", "the database refused it");

        given().post(PATH + "/" + letters().get(0).get("id") + "/replay").then().statusCode(204);

        assertThat(letters()).isEmpty();
        ConsumerRecord<String, byte[]> replayed = newestAccount();
        assertThat(replayed.key()).isEqualTo("123456789012");
        assertThat(replayed.value()).asString(StandardCharsets.UTF_8).isEqualTo("no json");
        assertThat(replayed.headers()).extracting(header -> header.key()).containsExactly(EventHeaders.TYPE);
    }

    @Test
    void dropsALetterForGood() {
        putAside("demarc.accounts/0/4713", "whatever");

        given().delete(PATH + "/" + letters().get(0).get("id")).then().statusCode(204);

        assertThat(letters()).isEmpty();
    }

    @Test
    void refusesToReplayWhatNeverStoodOnATopic() {
        putAside("finding outbox 7", "not a ComplianceFinding");

        given().post(PATH + "/" + letters().get(0).get("id") + "/replay")
                .then()
                .statusCode(409)
                .body("detail", containsString("'finding outbox 7'"));
        given().post(PATH + "/nothing/replay")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"), "field", nullValue());
    }

    private static List<Map<String, String>> letters() {
        return given().get(PATH).then().statusCode(200).extract().path("items");
    }

    private static void putAside(String origin, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(LETTERS, origin, "no json".getBytes(StandardCharsets.UTF_8));
        letter.headers()
                .add(EventHeaders.TYPE, EventHeaders.bytes("dev.demarc.account.v1"))
                .add(EventHeaders.REASON, EventHeaders.bytes(reason))
                .add(EventHeaders.ORIGIN, EventHeaders.bytes(origin))
                .add(EventHeaders.KEY, EventHeaders.bytes("123456789012"));
        try (TestBus bus = new TestBus()) {
            bus.send(letter);
        }
    }

    private ConsumerRecord<String, byte[]> newestAccount() {
        TopicPartition place = new TopicPartition(Topic.ACCOUNTS.topicName(), 0);
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("test", Map.of())) {
            consumer.assign(List.of(place));
            consumer.seek(place, consumer.endOffsets(List.of(place)).getOrDefault(place, 1L) - 1);
            return consumer.poll(Duration.ofSeconds(10)).iterator().next();
        }
    }
}
