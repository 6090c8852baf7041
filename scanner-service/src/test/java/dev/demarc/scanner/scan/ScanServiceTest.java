package dev.demarc.scanner.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.aws.ReplicaShare;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.s3.model.Tag;

@QuarkusTest
@QuarkusTestResource(ScannerStack.class)
@TestProfile(ScanServiceTest.EverythingLogged.class)
class ScanServiceTest {
    private static final String LOG = "target/scan-service-test.log";
    private static final String MARKER = "MARK3R";

    /** The emulator answers all that these ask for. */
    private static final List<String> TYPES = List.of(
            "AWS::::Account", "AWS::EC2::Instance", "AWS::EC2::SecurityGroup", "AWS::IAM::User", "AWS::S3::Bucket");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The log at TRACE, in a file. */
    public static final class EverythingLogged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.min-level", "TRACE",
                    "quarkus.log.level", "TRACE",
                    "quarkus.log.console.level", "WARN",
                    "quarkus.log.file.enable", "true",
                    "quarkus.log.file.level", "TRACE",
                    "quarkus.log.file.path", LOG,
                    "quarkus.log.file.rotation.max-file-size", "1G");
        }
    }

    @Test
    void readsAllScopesOfAScanAndLetsNoSecretOut() throws IOException {
        plant(Moto.start());

        String scan = given().contentType("application/json")
                .body(Map.of("regions", List.of("eu-central-1", "global"), "types", TYPES))
                .post("/api/v1/scans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        StringBuilder bus = new StringBuilder();
        Set<String> ended = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = TestBroker.consumer(Map.of())) {
            consumer.subscribe(
                    Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    bus.append(message.key())
                            .append(text(message))
                            .append(List.of(message.headers().toArray()));
                    if (message.topic().equals(Topic.RESOURCES.topicName())
                            && Event.typeOf(message) == EventType.RUN_ENDED) {
                        RunEnded end = Event.read(message, RunEnded.class);
                        if (end.run().scan().equals(scan)) {
                            ended.add(end.scope().toString() + " " + end.outcome());
                        }
                    }
                }
                return ended.size() == 6;
            });
        }
        assertThat(ended).allMatch(end -> end.endsWith("COMPLETE"));
        assertThat(bus.toString()).contains("planted-bucket").doesNotContain(MARKER, "marker-secret-access-key");
        assertThat(Files.readString(Path.of(LOG))).isNotEmpty().doesNotContain(MARKER, "marker-secret-access-key");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        given().contentType("application/json")
                .body("{\"types\": [\"AWS::New::Thing\"]}")
                .post("/api/v1/scans")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("types"), "detail", containsString("AWS::New::Thing"));
        given().contentType("application/json")
                .body("{\"accounts\": 7}")
                .post("/api/v1/scans")
                .then()
                .statusCode(400)
                .body("field", equalTo("accounts"), "type", equalTo("/problems/bad-request"));
        given().contentType("application/json")
                .body("{")
                .post("/api/v1/scans")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void refusesAStrangerToTheCallersAccounts() {
        Moto.start().reset();

        given().contentType("application/json")
                .body("{\"accounts\": [\"777000000000\"]}")
                .post("/api/v1/scans")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("accounts"), "detail", containsString("'777000000000'; accepted: 123456789012"));
    }

    @Test
    void answersWithProblemsWhereThereIsNothing() {
        given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().delete("/api/v1/scans").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/scans")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void isHealthyAndDescribesItself() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/scans"));
        given().get("/q/metrics").then().statusCode(200);
    }

    private static void plant(Moto moto) {
        moto.reset();
        AwsClients aws = new AwsAccess(FixedAwsConfig.at(moto.endpoint()), new ReplicaShare())
                .clients(Moto.ACCOUNT, "eu-central-1");
        aws.s3().createBucket(request -> request.bucket("planted-bucket")
                .createBucketConfiguration(at -> at.locationConstraint("eu-central-1")));
        aws.s3().putBucketTagging(request -> request.bucket("planted-bucket")
                .tagging(tags ->
                        tags.tagSet(Tag.builder().key("contact").value(MARKER).build())));
        aws.s3().putBucketPolicy(request -> request.bucket("planted-bucket")
                .policy(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::planted-bucket/*\",\"Condition\":{\"StringEquals\":{\"aws:Referer\":\""
                                + MARKER + "\",\"sts:ExternalId\":\"" + MARKER + "\"}}}]}"));
        String image = aws.ec2()
                .registerImage(request ->
                        request.name("image").rootDeviceName("/dev/sda1").architecture("x86_64"))
                .imageId();
        aws.ec2().createKeyPair(request -> request.keyName(MARKER));
        aws.ec2().runInstances(request -> request.imageId(image)
                .minCount(1)
                .maxCount(1)
                .keyName(MARKER)
                .clientToken(MARKER)
                .userData(Base64.getEncoder()
                        .encodeToString(("export PASSWORD=" + MARKER).getBytes(StandardCharsets.UTF_8))));
        aws.ec2().createSecurityGroup(request -> request.groupName("planted").description("password=" + MARKER));
        aws.iam().createUser(request -> request.userName("alice"));
        aws.iam().createLoginProfile(request -> request.userName("alice").password(MARKER));
        String serial = aws.iam()
                .createVirtualMFADevice(request -> request.virtualMFADeviceName(MARKER))
                .virtualMFADevice()
                .serialNumber();
        aws.iam().enableMFADevice(request -> request.userName("alice")
                .serialNumber(serial)
                .authenticationCode1("123456")
                .authenticationCode2("654321"));
        aws.account().putAlternateContact(request -> request.alternateContactType(AlternateContactType.SECURITY)
                .name(MARKER)
                .title(MARKER)
                .emailAddress(MARKER + "@example.com")
                .phoneNumber("1"));
    }

    private static String text(ConsumerRecord<String, byte[]> message) {
        return message.value() == null ? "" : new String(message.value(), StandardCharsets.UTF_8);
    }
}
