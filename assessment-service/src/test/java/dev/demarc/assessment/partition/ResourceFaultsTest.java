package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.Inputs.item;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.resource.Scope;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceFaultsTest {
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBucketWhosePolicyAloneIsDeniedIsUnknownToTheControlThatReadsIt() {
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one").withoutReadablePolicy()));

        assertThat(database.nonPasses("one")).singleElement().satisfies(unknown -> {
            assertThat(unknown.control()).isEqualTo(TestCatalog.POLICY);
            assertThat(unknown.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(unknown.reason()).contains("supplementaryConfiguration.bucketPolicy");
            assertThat(unknown.permission()).isEqualTo("s3:GetBucketPolicy");
        });
    }

    @Test
    void aControlWhoseExpressionFailsIsUnknownWithTheReason() {
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one").with("divisor", 0L)));

        assertThat(database.nonPasses("one")).singleElement().satisfies(unknown -> {
            assertThat(unknown.control()).isEqualTo(TestCatalog.BROKEN);
            assertThat(unknown.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(unknown.reason()).isNotBlank();
        });
    }

    @Test
    void wrongTypesInsideAConfigurationAreUnknown() {
        bench.ingest(completeRun(
                SCOPE, "s", at(0), Bucket.named("one").with("created", 5L).with("divisor", "four")));

        assertThat(database.nonPasses("one"))
                .extracting(NonPass::control, NonPass::verdict)
                .containsExactly(tuple(TestCatalog.AGE, Verdict.UNKNOWN), tuple(TestCatalog.BROKEN, Verdict.UNKNOWN));
    }

    @Test
    void aResourceThatIsTooLargeIsUnknownToEveryControl() {
        bench.ingest(completeRun(SCOPE, "s", at(0), Bucket.named("one").tooLarge()));

        assertThat(database.nonPasses("one"))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.verdict()).isEqualTo(Verdict.UNKNOWN))
                .allSatisfy(each -> assertThat(each.reason()).contains("larger than 1 MiB"));
    }

    @Test
    void aResourceOfFiveMegabytesIsJudgedAndKeptWhole() {
        String text = "0123456789".repeat(512 * 1024);

        bench.ingest(completeRun(
                SCOPE, "s", at(0), Bucket.named("large").with("text", text).unencrypted(), Bucket.named("small")));

        assertThat(database.rows("SELECT failing FROM resource ORDER BY resource_id"))
                .containsExactly("{1,4}", "{}");
        assertThat(bench.configuration("large")).containsEntry("text", text);
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aListOfAMillionElementsIsUnknownToTheControlThatGoesThroughItAlone() {
        List<Long> million = LongStream.range(0, 1_000_000).boxed().toList();
        bench.judgeBy(TestCatalog.listing());

        bench.ingest(completeRun(
                SCOPE,
                "s",
                at(0),
                Bucket.named("long").with("list", million),
                Bucket.named("short").with("list", List.of(1L))));

        assertThat(database.nonPasses("long")).singleElement().satisfies(unknown -> {
            assertThat(unknown.control()).isEqualTo(TestCatalog.LISTING);
            assertThat(unknown.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(unknown.reason()).contains("25000");
        });
        assertThat(database.nonPasses("short")).isEmpty();
    }

    @Test
    void anUnknownResourceTypeIsKeptWithoutAVerdict() {
        Scope unknown = new Scope(SCOPE.account(), SCOPE.region(), "AWS::Unheard::Of");

        bench.ingest(
                completeRun(unknown, "s", at(0), Bucket.named("thing")),
                completeRun(SCOPE, "s", at(0), Bucket.named("one")));

        assertThat(database.resourceIds()).containsExactly("one", "thing");
        assertThat(database.nonPasses("thing")).isEmpty();
        assertThat(
                        database.rows(
                                "SELECT last_outcome FROM scope_state s JOIN scope o ON o.no = s.scope JOIN resource_type t ON t.no = o.type WHERE t.name = 'AWS::Unheard::Of'"))
                .containsExactly("COMPLETE");
        assertThat(
                        database.number(
                                "SELECT count(*) FROM tally y JOIN scope o ON o.no = y.scope JOIN resource_type t ON t.no = o.type WHERE t.name = 'AWS::Unheard::Of'"))
                .isZero();
        assertThat(bench.reasonsOfDeadLetters()).isEmpty();
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void wrongJsonTypesGoToDeadLettersAndTheRestGoesOn() {
        ProducerRecord<String, byte[]> wrong =
                replaced(item("s", Bucket.named("wrong")), "\"configuration\":{", "\"configuration\":[{");

        bench.ingest(List.of(wrong, item("s", Bucket.named("right"))));

        assertThat(bench.reasonsOfDeadLetters()).singleElement().asString().startsWith("not a ResourceConfiguration");
        assertThat(database.resourceIds()).containsExactly("right");
        assertThat(database.number("SELECT next_offset FROM partition_state")).isEqualTo(2);
    }

    @Test
    void whatIsNoJsonGoesToDeadLetters() {
        ProducerRecord<String, byte[]> message = item("s", Bucket.named("one"));
        ProducerRecord<String, byte[]> garbage =
                new ProducerRecord<>(message.topic(), null, message.key(), "\0\1".getBytes(UTF_8), message.headers());

        bench.ingest(List.of(garbage));

        assertThat(bench.reasonsOfDeadLetters()).hasSize(1);
    }

    @Test
    void aRecordFromANewerVersionGoesToDeadLettersAndTheRestGoesOn() {
        ProducerRecord<String, byte[]> newer = item("s", Bucket.named("newer"));
        newer.headers()
                .remove(EventHeaders.TYPE)
                .add(EventHeaders.TYPE, EventHeaders.bytes("dev.demarc.resource.configuration.v2"));

        bench.ingest(List.of(newer, item("s", Bucket.named("ours"))));

        assertThat(bench.reasonsOfDeadLetters())
                .singleElement()
                .asString()
                .contains("dev.demarc.resource.configuration.v2");
        assertThat(database.resourceIds()).containsExactly("ours");
    }

    @Test
    void aNameThatTheDatabaseCannotHoldGoesToDeadLetters() {
        bench.ingest(List.of(
                Inputs.withNulFor("no name", item("s", Bucket.named("one").tagged("team", "no name")))));

        assertThat(bench.reasonsOfDeadLetters()).singleElement().asString().contains("NUL");
    }

    @Test
    void aResourceThatItsKeyDoesNotNameGoesToDeadLetters() {
        ProducerRecord<String, byte[]> message = item("s", Bucket.named("one"));
        ProducerRecord<String, byte[]> astray = new ProducerRecord<>(
                message.topic(), null, "111122223333/eu-west-1/AWS::S3::Bucket", message.value(), message.headers());

        bench.ingest(List.of(astray));

        assertThat(bench.reasonsOfDeadLetters()).singleElement().asString().contains("eu-west-1");
        assertThat(database.resourceIds()).isEmpty();
    }

    @Test
    void aKeyThatIsNoScopeGoesToDeadLetters() {
        ProducerRecord<String, byte[]> message = item("s", Bucket.named("one"));
        ProducerRecord<String, byte[]> astray =
                new ProducerRecord<>(message.topic(), null, "nowhere", message.value(), message.headers());

        bench.ingest(List.of(astray));

        assertThat(bench.reasonsOfDeadLetters()).singleElement().asString().contains("'nowhere'");
    }

    @Test
    void aResourceThatAVariantGivesToAwsIsNotTheCustomers() {
        bench.ingest(completeRun(
                SCOPE, "s", at(0), Bucket.named("one").with("managed", true).unencrypted()));

        assertThat(
                        database.rows(
                                "SELECT concat_ws(' ', control, party, pass, fail, not_applicable) FROM tally ORDER BY control"))
                .containsExactly("1 0 0 0 1", "2 0 0 0 1", "3 0 0 0 1", "4 1 0 1 0", "5 0 0 0 1");
        assertThat(bench.disagreements()).isEmpty();
    }

    private static ProducerRecord<String, byte[]> replaced(
            ProducerRecord<String, byte[]> message, String what, String by) {
        String text = new String(message.value(), UTF_8).replace(what, by);
        return new ProducerRecord<>(message.topic(), null, message.key(), text.getBytes(UTF_8), message.headers());
    }
}
