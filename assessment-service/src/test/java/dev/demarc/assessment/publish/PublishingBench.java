package dev.demarc.assessment.publish;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One shard's publisher on a real store, with producers that keep what they commit. */
final class PublishingBench {
    static final String ACCOUNT = "111122223333";
    static final Scope BUCKETS = new Scope(ACCOUNT, "eu-central-1", BUCKET);
    static final Duration LEASE = Duration.ofSeconds(30);

    final TestClock clock = new TestClock(StoreBuilder.BEGUN.plusSeconds(600));
    private final List<KilledProducer> producers = new ArrayList<>();
    final MockProducer<String, byte[]> letters =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    final DataSource dataSource = TestStore.empty("publisher");
    final StoreBuilder store = new StoreBuilder(dataSource, CatalogBuilder.ofBuckets());

    /** One account with a good and a bad bucket. */
    PublishingBench() {
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

    static ComplianceFinding opened(String eventUid) {
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

    Publisher publisher(String holder) {
        return publisher(holder, Fault.NONE);
    }

    Publisher publisher(String holder, Fault fault) {
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

    static void round(Publisher publisher) throws SQLException {
        publisher.renew();
        publisher.publish();
    }

    private Producer<String, byte[]> open(Fault fault) {
        KilledProducer producer = new KilledProducer(fault);
        producers.add(producer);
        return producer;
    }

    List<ProducerRecord<String, byte[]>> committed() {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .toList();
    }

    static List<String> ids(List<ProducerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message ->
                        EventHeaders.text(message.headers(), EventHeaders.ID).orElseThrow())
                .toList();
    }

    static Scorecard onlyCard(List<ProducerRecord<String, byte[]>> messages) {
        assertThat(messages).hasSize(1);
        return card(messages.get(0));
    }

    static Scorecard card(ProducerRecord<String, byte[]> message) {
        assertThat(message.topic()).isEqualTo(Topic.SCORECARDS.topicName());
        assertThat(message.key()).isEqualTo(ACCOUNT);
        return Json.read(message.value(), Scorecard.class);
    }

    long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
