package dev.demarc.assessment.publish;

import dev.demarc.assessment.sql.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/** Publishes the shards whose leases it holds; whatever fails is tried again, with the shard's producer anew. */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final LeaseStore leases;
    private final IntFunction<ShardPublisher> shards;
    private final Producers producers;
    private final Map<Integer, Held> held = new HashMap<>();

    private record Held(ShardPublisher shard, Producer<String, byte[]> producer) {}

    Publisher(LeaseStore leases, IntFunction<ShardPublisher> shards, Producers producers) {
        this.leases = leases;
        this.shards = shards;
        this.producers = producers;
    }

    /** Renews the leases; to be called well before they end. */
    void renew() throws SQLException {
        Set<Integer> leased = leases.hold();
        for (Integer lost : new TreeSet<>(held.keySet())) {
            if (!leased.contains(lost)) {
                drop(lost);
            }
        }
        Failures failures = new Failures();
        for (int shard : leased) {
            if (!held.containsKey(shard)) {
                failures.of(() -> open(shard));
            }
        }
        failures.rethrow();
    }

    /**
     * One round over all shards held; where one fails, the others are published nevertheless.
     *
     * @throws SQLException or a runtime exception of the first that failed
     */
    void publish() throws SQLException {
        Failures failures = new Failures();
        for (Map.Entry<Integer, Held> entry : Map.copyOf(held).entrySet()) {
            failures.of(() -> publish(entry.getKey(), entry.getValue()));
        }
        failures.rethrow();
    }

    private void publish(int shard, Held mine) throws SQLException {
        try {
            mine.shard().publish(mine.producer());
        } catch (LeaseLostException e) {
            LOG.info(e.getMessage());
            drop(shard);
        } catch (SQLException e) {
            if (!SqlState.SERIALIZATION_FAILURE.isOf(e)) {
                throw e;
            }
            LOG.debugf("shard %d changed while it was read; the next round reads it again", shard);
        } catch (RuntimeException e) {
            LOG.warnf("shard %d could not be published, its next round starts over: %s", shard, e.getMessage());
            drop(shard);
            throw e;
        }
    }

    /** Fences whoever published the shard before; an unfinished transaction of its ends first. */
    private void open(int shard) {
        Producer<String, byte[]> producer = producers.open(shard);
        try {
            producer.initTransactions();
            held.put(shard, new Held(shards.apply(shard), producer));
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private void drop(int shard) {
        Held dropped = held.remove(shard);
        if (dropped != null) {
            dropped.producer().close(Duration.ZERO);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Iterator<Held> open = held.values().iterator(); open.hasNext(); open.remove()) {
            open.next().producer().close(Duration.ofSeconds(2));
        }
        leases.leave();
    }
}
