package dev.demarc.assessment.publish;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.assessment.fixture.StoreBuilder;
import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.fixture.TestStore;
import dev.demarc.assessment.publish.KilledProducer.Fault;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.Compliance;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.shell.kafka.DeadLetters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final String ACCOUNT = "111122223333";
    private static final Scope BUCKETS = new Scope(ACCOUNT, "eu-central-1", BUCKET);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock(StoreBuilder.BEGUN.plusSeconds(600));
    private final List<KilledProducer> producers = new ArrayList<>();
    private final MockProducer<String, byte[]> letters =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private DataSource dataSource = TestStore.empty("publisher");
    private StoreBuilder store = new StoreBuilder(dataSource, CatalogBuilder.ofBuckets());

    @BeforeEach
    void oneAccountWithAGoodAndABadBucket() {
        store.catalog()
                .account(new Account(
                        ACCOUNT,
                        "Payments",
                        "o-example",
                        List.of("Workloads"),
                        Account.Status.ACTIVE,
                        List.of("eu-central-1"),
                        "payments"))
                .read(BUCKETS);
        store.bucket(BUCKETS, "good", true, "payments");
        store.bucket(BUCKETS, "bad", false, "payments");
    }

    @Test
    void sendsTheScorecardOfAnAccountThatIsDue() throws SQLException {
        store.due(ACCOUNT).due(ACCOUNT);
        Publisher publisher = publisher("one");

        round(publisher);

        Scorecard card = onlyCard(committed());
        assertThat(card.version()).isEqualTo(1);
        assertThat(card.organization()).isEqualTo("o-example");
        assertThat(card.overall().counts().fail()).isEqualTo(3);
        assertThat(card.overall().counts().pass()).isEqualTo(3);
        assertThat(card.resources()).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM scorecard_due")).isZero();
        assertThat(number("SELECT sent FROM scorecard")).isEqualTo(1);
    }

    @Test
    void sendsNothingTwiceThatWasSent() throws SQLException {
        store.due(ACCOUNT);
        Publisher publisher = publisher("one");
        round(publisher);

        clock.advance(Duration.ofMinutes(1));
        round(publisher);

        assertThat(committed()).hasSize(1);
    }

    @Test
    void sendsAnAccountAtMostOnceASecond() throws SQLException {
        store.due(ACCOUNT);
        Publisher publisher = publisher("one");
        round(publisher);

        store.due(ACCOUNT);
        clock.advance(Duration.ofMillis(999));
        round(publisher);
        int withinTheSecond = committed().size();
        clock.advance(Duration.ofMillis(1));
        round(publisher);

        assertThat(withinTheSecond).isEqualTo(1);
        assertThat(committed().stream().map(PublisherTest::card).map(Scorecard::version))
                .containsExactly(1L, 2L);
    }

    @Test
    void goesOnWithTheAllottedVersionWhereItWasKilledBeforeTheSend() throws SQLException {
        store.due(ACCOUNT);
        Publisher killed = publisher("one", Fault.BEFORE_SEND);
        assertThatThrownBy(() -> round(killed)).isInstanceOf(TimeoutException.class);
        long allotted = number("SELECT version FROM scorecard");

        round(publisher("one"));

        assertThat(allotted).isEqualTo(1);
        assertThat(onlyCard(committed()).version()).isEqualTo(1);
        assertThat(number("SELECT sent FROM scorecard")).isEqualTo(1);
    }

    @Test
    void showsReadersNothingOfATransactionThatWasKilled() throws SQLException {
        store.due(ACCOUNT).changed(opened("first"));
        Publisher killed = publisher("one", Fault.BEFORE_COMMIT);

        assertThatThrownBy(() -> round(killed)).isInstanceOf(TimeoutException.class);

        assertThat(committed()).isEmpty();
        assertThat(number("SELECT count(*) FROM finding_outbox")).isEqualTo(1);
        assertThat(number("SELECT sent FROM scorecard")).isZero();
    }

    @Test
    void repeatsVersionAndEventIdsWhereItWasKilledAfterTheCommit() throws SQLException {
        store.due(ACCOUNT).changed(opened("first"));
        Publisher killed = publisher("one", Fault.AFTER_COMMIT);
        assertThatThrownBy(() -> round(killed)).isInstanceOf(TimeoutException.class);
        List<String> before = ids(committed());

        round(publisher("one"));

        List<String> after = ids(committed()).subList(before.size(), before.size() * 2);
        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        assertThat(after).isEqualTo(before);
        assertThat(number("SELECT count(*) FROM finding_outbox")).isZero();
    }

    @Test
    void sendsChangesOfAFindingInTheirOrderByFinding() throws SQLException {
        store.changed(opened("first")).changed(opened("second"));

        round(publisher("one"));

        assertThat(committed()).extracting(ProducerRecord::topic).containsOnly(Topic.FINDINGS.topicName());
        assertThat(committed())
                .extracting(ProducerRecord::key)
                .containsOnly(ResourceKey.of(BUCKETS, "bad") + ".bucket-not-public");
        assertThat(ids(committed())).containsExactly("first", "second");
        assertThat(Json.read(committed().get(0).value(), ComplianceFinding.class))
                .isEqualTo(opened("first"));
    }

    @Test
    void sendsASummaryByItsScope() throws SQLException {
        FindingSummary summary = new FindingSummary(BUCKETS, StoreBuilder.BEGUN, Cause.FIRST_JUDGEMENT, 7, 0, 0);
        store.summed(summary);

        round(publisher("one"));

        assertThat(committed()).extracting(ProducerRecord::key).containsExactly(BUCKETS.toString());
        assertThat(ids(committed())).containsExactly("finding-summary-1");
        assertThat(Json.read(committed().get(0).value(), FindingSummary.class)).isEqualTo(summary);
    }

    @Test
    void publishesAgainByItselfWhenAScopeGoesStale() throws SQLException {
        store.due(ACCOUNT);
        Publisher publisher = publisher("one");
        round(publisher);

        clock.advance(Duration.ofDays(4));
        round(publisher);

        Scorecard stale = card(committed().get(1));
        assertThat(stale.version()).isEqualTo(2);
        assertThat(stale.scopesRead()).isZero();
        assertThat(number("SELECT count(*) FROM scorecard WHERE changes_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void stopsWhereAnotherHoldsTheShard() throws SQLException {
        store.due(ACCOUNT);
        Publisher paused = publisher("paused");
        paused.renew();
        execute("UPDATE publisher_lease SET holder = 'another'");

        paused.publish();

        assertThat(committed()).isEmpty();
        assertThat(number("SELECT count(*) FROM scorecard")).isZero();
        assertThat(number("SELECT count(*) FROM scorecard_due")).isEqualTo(1);
    }

    @Test
    void publishesWhatCarriesAMalformedTraceWithoutIt() throws SQLException {
        store.due(ACCOUNT).changed(opened("first"));
        execute("UPDATE scorecard_due SET trace = 'no trace at all'");
        execute("UPDATE finding_outbox SET trace = '00-zz-zz-01'");

        round(publisher("one"));

        assertThat(ids(committed())).hasSize(2);
        assertThat(committed())
                .allSatisfy(message -> assertThat(EventHeaders.text(message.headers(), EventHeaders.TRACE_PARENT))
                        .isEmpty());
    }

    @Test
    void putsAsideTheOneChangeThatIsNoFindingAndPublishesTheRest() throws SQLException {
        store.changed(opened("broken")).changed(opened("whole")).due(ACCOUNT);
        execute("UPDATE finding_outbox SET payload = 'no json' WHERE no = (SELECT min(no) FROM finding_outbox)");

        round(publisher("one"));

        assertThat(ids(committed())).hasSize(2).contains("whole");
        assertThat(letters.history()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topic.FINDINGS_DEAD_LETTERS.topicName());
            assertThat(EventHeaders.text(letter.headers(), EventHeaders.REASON)).isPresent();
        });
        assertThat(number("SELECT count(*) FROM finding_outbox")).isZero();
    }

    @Test
    void putsAsideTheOneMessageThatKafkaRefusesAndPublishesTheRest() throws SQLException {
        store.due(ACCOUNT).changed(opened("first"));

        round(publisher("one", Fault.CARD_TOO_LARGE));

        assertThat(ids(committed())).containsExactly("first");
        assertThat(letters.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topic.SCORECARDS_DEAD_LETTERS.topicName());
    }

    @Test
    void outlivesAProducerThatCannotBeMade() throws SQLException {
        store.due(ACCOUNT);
        LeaseStore leases = new LeaseStore(dataSource, "one", 1, LEASE);
        Publisher publisher = new Publisher(
                leases,
                shard -> {
                    throw new IllegalStateException("there is nothing to publish with");
                },
                shard -> {
                    throw new KafkaException("no such host");
                });

        assertThatThrownBy(publisher::renew).hasMessage("no such host");
        assertThatThrownBy(publisher::renew).hasMessage("no such host");
        publisher.publish();
    }

    private static ComplianceFinding opened(String eventUid) {
        Instant at = Instant.parse("2026-06-10T08:00:00Z");
        return ComplianceFinding.of(
                eventUid,
                at,
                ComplianceFinding.Activity.CREATE,
                ComplianceFinding.Status.NEW,
                Severity.CRITICAL,
                Compliance.of("bucket-not-public", List.of(), Verdict.FAIL),
                new ComplianceFinding.FindingInfo(
                        ResourceKey.of(BUCKETS, "bad") + ".bucket-not-public",
                        "Bucket is not public",
                        at.toEpochMilli(),
                        List.of("SHARED")),
                BUCKETS,
                new ComplianceFinding.Resource("arn:aws:s3:::bad", BUCKET, "bad", BUCKETS.region(), null),
                new ComplianceFinding.Unmapped(Party.SHARED, "data", Cause.CONFIGURATION, 1, 1, null));
    }

    private Publisher publisher(String holder) {
        return publisher(holder, Fault.NONE);
    }

    private Publisher publisher(String holder, Fault fault) {
        LeaseStore leases = new LeaseStore(dataSource, holder, 1, LEASE);
        PublishStore publishing = new PublishStore(1, Duration.ofSeconds(1));
        ScorecardRules rules = new ScorecardRules(new CatalogStore(dataSource), Duration.ofDays(3));
        return new Publisher(
                leases,
                shard -> new ShardPublisher(
                        shard,
                        dataSource,
                        leases,
                        publishing,
                        rules,
                        new DeadLetters(() -> letters, new SimpleMeterRegistry()),
                        clock),
                shard -> open(fault));
    }

    private static void round(Publisher publisher) throws SQLException {
        publisher.renew();
        publisher.publish();
    }

    private Producer<String, byte[]> open(Fault fault) {
        KilledProducer producer = new KilledProducer(fault);
        producers.add(producer);
        return producer;
    }

    private List<ProducerRecord<String, byte[]>> committed() {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .toList();
    }

    private static List<String> ids(List<ProducerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message ->
                        EventHeaders.text(message.headers(), EventHeaders.ID).orElseThrow())
                .toList();
    }

    private static Scorecard onlyCard(List<ProducerRecord<String, byte[]>> messages) {
        assertThat(messages).hasSize(1);
        return card(messages.get(0));
    }

    private static Scorecard card(ProducerRecord<String, byte[]> message) {
        assertThat(message.topic()).isEqualTo(Topic.SCORECARDS.topicName());
        assertThat(message.key()).isEqualTo(ACCOUNT);
        return Json.read(message.value(), Scorecard.class);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
