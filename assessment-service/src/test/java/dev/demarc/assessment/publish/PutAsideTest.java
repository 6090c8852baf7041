package dev.demarc.assessment.publish;

import static dev.demarc.assessment.publish.PublishingBench.ACCOUNT;
import static dev.demarc.assessment.publish.PublishingBench.LEASE;
import static dev.demarc.assessment.publish.PublishingBench.ids;
import static dev.demarc.assessment.publish.PublishingBench.opened;
import static dev.demarc.assessment.publish.PublishingBench.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.publish.KilledProducer.Fault;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import java.sql.SQLException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class PutAsideTest {
    private final PublishingBench bench = new PublishingBench();

    @Test
    void publishesWhatCarriesAMalformedTraceWithoutIt() throws SQLException {
        bench.store.due(ACCOUNT).changed(opened("first"));
        bench.execute("UPDATE scorecard_due SET trace = 'no trace at all'");
        bench.execute("UPDATE finding_outbox SET trace = '00-zz-zz-01'");

        round(bench.publisher("one"));

        assertThat(ids(bench.committed())).hasSize(2);
        assertThat(bench.committed())
                .allSatisfy(message -> assertThat(EventHeaders.text(message.headers(), EventHeaders.TRACE_PARENT))
                        .isEmpty());
    }

    @Test
    void putsAsideTheOneChangeThatIsNoFindingAndPublishesTheRest() throws SQLException {
        bench.store.changed(opened("broken")).changed(opened("whole")).due(ACCOUNT);
        bench.execute("UPDATE finding_outbox SET payload = 'no json' WHERE no = (SELECT min(no) FROM finding_outbox)");

        round(bench.publisher("one"));

        assertThat(ids(bench.committed())).hasSize(2).contains("whole");
        assertThat(bench.letters.history()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topic.FINDINGS_DEAD_LETTERS.topicName());
            assertThat(EventHeaders.text(letter.headers(), EventHeaders.REASON)).isPresent();
        });
        assertThat(bench.number("SELECT count(*) FROM finding_outbox")).isZero();
    }

    @Test
    void putsAsideTheOneMessageThatKafkaRefusesAndPublishesTheRest() throws SQLException {
        bench.store.due(ACCOUNT).changed(opened("first"));

        round(bench.publisher("one", Fault.CARD_TOO_LARGE));

        assertThat(ids(bench.committed())).containsExactly("first");
        assertThat(bench.letters.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topic.SCORECARDS_DEAD_LETTERS.topicName());
    }

    @Test
    void outlivesAProducerThatCannotBeMade() throws SQLException {
        bench.store.due(ACCOUNT);
        LeaseStore leases = new LeaseStore(bench.dataSource, "one", 1, LEASE);
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
}
