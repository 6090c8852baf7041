package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.ingest.Arrival;
import dev.demarc.assessment.ingest.Envelope;
import dev.demarc.assessment.ingest.Message;
import dev.demarc.assessment.ingest.MessageReader;
import dev.demarc.assessment.listing.Turns;
import dev.demarc.assessment.run.Freshness;
import dev.demarc.assessment.run.RunRules;
import dev.demarc.contracts.resource.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Brings records of a partition into the database. */
@ApplicationScoped
public class Ingestion {

    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final Assessor assessor;
    private final Feedback feedback;
    private final RunRules rules;
    private final ScopeMoves moves;
    private final Clock clock;
    private final Turns turns;

    public Ingestion(
            Transactions transactions,
            Dictionaries dictionaries,
            ScopeMoves moves,
            Assessor assessor,
            Feedback feedback,
            IngestConfig config,
            Turns turns,
            Freshness freshness,
            Clock clock) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.assessor = assessor;
        this.feedback = feedback;
        this.moves = moves;
        this.clock = clock;
        rules = new RunRules(config.sourcePrecedence(), freshness.patience());
        this.turns = turns;
    }

    /**
     * Takes records in one transaction, from the first on.
     *
     * @return how many were taken; the others wait for what these have begun, such as removals
     */
    int ingest(Fence fence, PartitionMemory memory, Judging judging, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException, InterruptedException {
        turns.beginWriting();
        try {
            return ingestNow(fence, memory, judging, records);
        } catch (StackOverflowError e) {
            throw new IllegalStateException("a record is nested too deep", e);
        } finally {
            turns.endWriting();
        }
    }

    private int ingestNow(
            Fence fence, PartitionMemory memory, Judging judging, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException {
        memory.digests().trim();
        List<Message> messages = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Map<String, NumberedScope> names = new HashMap<>();
        Sieve sieve = new Sieve(memory);
        for (int i = 0; i < records.size(); i++) {
            Envelope envelope = Envelope.of(records.get(i));
            if (!sieve.holdsBack(envelope)) {
                Message message = MessageReader.read(envelope);
                sieve.passes(message);
                messages.add(withScope(message, fence, memory, names));
                places.add(i);
            }
        }
        return transactions.run(fence, judging, transaction -> {
            Batch batch = new Batch(transaction, memory, rules, assessor, feedback.skews());
            int taken = batch.take(messages, names);
            int recordsTaken = taken == messages.size() ? records.size() : places.get(taken);
            if (recordsTaken > 0) {
                ConsumerRecord<String, byte[]> last = records.get(recordsTaken - 1);
                transaction.next(last.offset() + 1, last.leaderEpoch());
            }
            batch.write();
            feedback.send(batch.deadLetters(), batch.overruled());
            return recordsTaken;
        });
    }

    /**
     * Takes one record that cannot be taken in: it goes to dead letters, and what it is of counts as unread.
     *
     * @param how how much of that is tried
     */
    void refuse(
            Fence fence,
            PartitionMemory memory,
            Judging judging,
            ConsumerRecord<String, byte[]> message,
            String reason,
            Refusing how)
            throws SQLException {
        Map<String, NumberedScope> names = new HashMap<>();
        Message refused = withScope(refused(Envelope.of(message), reason, how), fence, memory, names);
        transactions.run(fence, judging, transaction -> {
            Batch batch = new Batch(transaction, memory, rules, assessor, feedback.skews());
            batch.take(List.of(refused), names);
            transaction.next(message.offset() + 1, message.leaderEpoch());
            batch.write();
            feedback.send(batch.deadLetters(), batch.overruled());
            return true;
        });
    }

    /** How much of a refused record is told, less where telling more was refused, too. */
    enum Refusing {
        RESOURCE,
        RUN,
        RECORD
    }

    private static Message refused(Envelope envelope, String reason, Refusing how) {
        Message refused = MessageReader.refused(envelope, reason);
        return switch (how) {
            case RESOURCE -> refused;
            case RUN ->
                refused instanceof Message.Refused item
                        ? new Message.Refused(item.record(), item.run(), OptionalLong.empty(), reason)
                        : refused;
            case RECORD -> new Message.Poison(envelope.message(), reason);
        };
    }

    /** Finds the number of a message's scope, before the transaction; a key that names none is poison. */
    private Message withScope(Message message, Fence fence, PartitionMemory memory, Map<String, NumberedScope> names)
            throws SQLException {
        String key = message.record().key();
        if (message instanceof Message.Poison || names.containsKey(key)) {
            return message;
        }
        if (key == null) {
            return new Message.Poison(message.record(), "has no key; accepted: a scope");
        }
        Optional<NumberedScope> known = memory.name(key);
        if (known.isPresent()) {
            names.put(key, known.get());
            return message;
        }
        Scope scope;
        try {
            scope = Scope.parse(key);
        } catch (IllegalArgumentException e) {
            return new Message.Poison(message.record(), "its key is no scope: " + e.getMessage());
        }
        NumberedScope numbered = ours(scope, fence, message);
        names.put(key, numbered);
        memory.keep(key, numbered);
        return message;
    }

    private NumberedScope ours(Scope name, Fence fence, Message message) throws SQLException {
        NumberedScope scope = dictionaries.scope(name, fence.partition());
        if (scope.partition() == fence.partition()) {
            return scope;
        }
        moves.move(scope, fence, Arrival.of(message.record(), clock.instant()));
        return dictionaries.scope(name, fence.partition());
    }
}
