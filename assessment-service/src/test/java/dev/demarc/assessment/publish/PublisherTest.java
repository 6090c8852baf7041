package dev.demarc.assessment.publish;

import static dev.demarc.assessment.publish.PublishingBench.ACCOUNT;
import static dev.demarc.assessment.publish.PublishingBench.BUCKETS;
import static dev.demarc.assessment.publish.PublishingBench.card;
import static dev.demarc.assessment.publish.PublishingBench.ids;
import static dev.demarc.assessment.publish.PublishingBench.onlyCard;
import static dev.demarc.assessment.publish.PublishingBench.opened;
import static dev.demarc.assessment.publish.PublishingBench.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.StoreBuilder;
import dev.demarc.assessment.publish.KilledProducer.Fault;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.scorecard.Scorecard;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final PublishingBench bench = new PublishingBench();

    @Test
    void sendsTheScorecardOfAnAccountThatIsDue() throws SQLException {
        bench.store.due(ACCOUNT).due(ACCOUNT);
        Publisher publisher = bench.publisher("one");

        round(publisher);

        Scorecard card = onlyCard(bench.committed());
        assertThat(card.version()).isEqualTo(1);
        assertThat(card.organization()).isEqualTo("o-example");
        assertThat(card.overall().counts().fail()).isEqualTo(3);
        assertThat(card.overall().counts().pass()).isEqualTo(3);
        assertThat(card.resources()).isEqualTo(2);
        assertThat(bench.number("SELECT count(*) FROM scorecard_due")).isZero();
        assertThat(bench.number("SELECT sent FROM scorecard")).isEqualTo(1);
    }

    @Test
    void sendsNothingTwiceThatWasSent() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher publisher = bench.publisher("one");
        round(publisher);

        bench.clock.advance(Duration.ofMinutes(1));
        round(publisher);

        assertThat(bench.committed()).hasSize(1);
    }

    @Test
    void sendsAnAccountAtMostOnceASecond() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher publisher = bench.publisher("one");
        round(publisher);

        bench.store.due(ACCOUNT);
        bench.clock.advance(Duration.ofMillis(999));
        round(publisher);
        int withinTheSecond = bench.committed().size();
        bench.clock.advance(Duration.ofMillis(1));
        round(publisher);

        assertThat(withinTheSecond).isEqualTo(1);
        assertThat(bench.committed().stream().map(PublishingBench::card).map(Scorecard::version))
                .containsExactly(1L, 2L);
    }

    @Test
    void goesOnWithTheAllottedVersionWhereItWasKilledBeforeTheSend() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher killed = bench.publisher("one", Fault.BEFORE_SEND);
        assertThatThrownBy(() -> round(killed)).isInstanceOf(TimeoutException.class);
        long allotted = bench.number("SELECT version FROM scorecard");

        round(bench.publisher("one"));

        assertThat(allotted).isEqualTo(1);
        assertThat(onlyCard(bench.committed()).version()).isEqualTo(1);
        assertThat(bench.number("SELECT sent FROM scorecard")).isEqualTo(1);
    }

    @Test
    void showsReadersNothingOfATransactionThatWasKilled() throws SQLException {
        bench.store.due(ACCOUNT).changed(opened("first"));
        Publisher killed = bench.publisher("one", Fault.BEFORE_COMMIT);

        assertThatThrownBy(() -> round(killed)).isInstanceOf(TimeoutException.class);

        assertThat(bench.committed()).isEmpty();
        assertThat(bench.number("SELECT count(*) FROM finding_outbox")).isEqualTo(1);
        assertThat(bench.number("SELECT sent FROM scorecard")).isZero();
    }

    @Test
    void repeatsVersionAndEventIdsWhereItWasKilledAfterTheCommit() throws SQLException {
        bench.store.due(ACCOUNT).changed(opened("first"));
        Publisher killed = bench.publisher("one", Fault.AFTER_COMMIT);
        assertThatThrownBy(() -> round(killed)).isInstanceOf(TimeoutException.class);
        List<String> before = ids(bench.committed());

        round(bench.publisher("one"));

        List<String> after = ids(bench.committed()).subList(before.size(), before.size() * 2);
        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        assertThat(after).isEqualTo(before);
        assertThat(bench.number("SELECT count(*) FROM finding_outbox")).isZero();
    }

    @Test
    void sendsChangesOfAFindingInTheirOrderByFinding() throws SQLException {
        bench.store.changed(opened("first")).changed(opened("second"));

        round(bench.publisher("one"));

        assertThat(bench.committed()).extracting(ProducerRecord::topic).containsOnly(Topic.FINDINGS.topicName());
        assertThat(bench.committed())
                .extracting(ProducerRecord::key)
                .containsOnly(ResourceKey.of(BUCKETS, "bad") + ".bucket-not-public");
        assertThat(ids(bench.committed())).containsExactly("first", "second");
        assertThat(Json.read(bench.committed().get(0).value(), ComplianceFinding.class))
                .isEqualTo(opened("first"));
    }

    @Test
    void sendsASummaryByItsScope() throws SQLException {
        FindingSummary summary = new FindingSummary(BUCKETS, StoreBuilder.BEGUN, Cause.FIRST_JUDGEMENT, 7, 0, 0);
        bench.store.summed(summary);

        round(bench.publisher("one"));

        assertThat(bench.committed()).extracting(ProducerRecord::key).containsExactly(BUCKETS.toString());
        assertThat(ids(bench.committed())).containsExactly("finding-summary-1");
        assertThat(Json.read(bench.committed().get(0).value(), FindingSummary.class))
                .isEqualTo(summary);
    }

    @Test
    void publishesAgainByItselfWhenAScopeGoesStale() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher publisher = bench.publisher("one");
        round(publisher);

        bench.clock.advance(Duration.ofDays(4));
        round(publisher);

        Scorecard stale = card(bench.committed().get(1));
        assertThat(stale.version()).isEqualTo(2);
        assertThat(stale.scopesRead()).isZero();
        assertThat(bench.number("SELECT count(*) FROM scorecard WHERE changes_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void takesTheScorecardOfAnAccountAwayThatLeft() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher publisher = bench.publisher("one");
        round(publisher);
        left();
        bench.execute("DELETE FROM scope_state");

        bench.store.due(ACCOUNT);
        bench.clock.advance(Duration.ofMinutes(1));
        round(publisher);
        round(publisher);

        assertThat(bench.committed()).hasSize(2);
        ProducerRecord<String, byte[]> last = bench.committed().get(1);
        assertThat(last.topic()).isEqualTo(Topic.SCORECARDS.topicName());
        assertThat(last.key()).isEqualTo(ACCOUNT);
        assertThat(last.value()).isNull();
        assertThat(bench.number("SELECT count(*) FROM scorecard_due")).isZero();
        assertThat(bench.number("SELECT count(*) FROM scorecard WHERE payload IS NULL AND sent = version"))
                .isEqualTo(1);
    }

    @Test
    void keepsTheScorecardOfAnAccountThatLeftWhileItsScopesAreStored() throws SQLException {
        left();
        bench.store.due(ACCOUNT);

        round(bench.publisher("one"));

        assertThat(onlyCard(bench.committed()).resources()).isEqualTo(2);
    }

    @Test
    void givesAnAccountThatCameBackAHigherVersion() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher publisher = bench.publisher("one");
        round(publisher);
        left();
        bench.execute("DELETE FROM scope_state");
        bench.store.due(ACCOUNT);
        bench.clock.advance(Duration.ofMinutes(1));
        round(publisher);

        bench.execute("DELETE FROM account_history");
        bench.execute("DELETE FROM run");
        bench.store.read(BUCKETS).due(ACCOUNT);
        bench.clock.advance(Duration.ofMinutes(1));
        round(publisher);

        assertThat(card(bench.committed().get(2)).version()).isEqualTo(3);
    }

    @Test
    void stopsWhereAnotherHoldsTheShard() throws SQLException {
        bench.store.due(ACCOUNT);
        Publisher paused = bench.publisher("paused");
        paused.renew();
        bench.execute("UPDATE publisher_lease SET holder = 'another'");

        paused.publish();

        assertThat(bench.committed()).isEmpty();
        assertThat(bench.number("SELECT count(*) FROM scorecard")).isZero();
        assertThat(bench.number("SELECT count(*) FROM scorecard_due")).isEqualTo(1);
    }

    private void left() throws SQLException {
        bench.execute("""
                INSERT INTO account_history (id, since, name, organization, ou_path, status, enabled_regions)
                VALUES ('%s', '2026-06-10T09:00:00Z', 'Payments', 'o-example', '{}', 'GONE', '{}')
                """.formatted(ACCOUNT));
    }
}
