package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.ingest.Message;
import dev.demarc.assessment.ingest.MessageReader;
import dev.demarc.assessment.run.RunRules;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.shell.kafka.DeadLetter;
import dev.demarc.shell.kafka.DeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Brings records of a partition into the database. */
@ApplicationScoped
public class Ingestion {
    private static final int INTERVALS_UNTIL_STALE = 3;

    private final Transactions transactions;
    private final Dictionaries dictionaries;
    private final Assessor assessor;
    private final DeadLetters deadLetters;
    private final RunRules rules;
    private final Semaphore atOnce;

    public Ingestion(
            Transactions transactions,
            Dictionaries dictionaries,
            Assessor assessor,
            DeadLetters deadLetters,
            IngestConfig config) {
        this.transactions = transactions;
        this.dictionaries = dictionaries;
        this.assessor = assessor;
        this.deadLetters = deadLetters;
        rules = new RunRules(
                config.sourcePrecedence(), config.scheduleInterval().multipliedBy(INTERVALS_UNTIL_STALE));
        atOnce = new Semaphore(config.parallel().orElse(Runtime.getRuntime().availableProcessors()), true);
    }

    /**
     * Takes records in one transaction, from the first on.
     *
     * @return how many were taken; the others wait for what these have begun, such as removals
     */
    int ingest(Fence fence, PartitionMemory memory, Judging judging, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException, InterruptedException {
        atOnce.acquire();
        try {
            return ingestNow(fence, memory, judging, records);
        } finally {
            atOnce.release();
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
            if (!sieve.holdsBack(records.get(i))) {
                Message message = MessageReader.read(records.get(i));
                sieve.passes(message);
                messages.add(withScope(message, fence.partition(), memory, names));
                places.add(i);
            }
        }
        return transactions.run(fence, judging, transaction -> {
            Batch batch = new Batch(transaction, memory, rules, assessor);
            int taken = batch.take(messages, names);
            int recordsTaken = taken == messages.size() ? records.size() : places.get(taken);
            if (recordsTaken > 0) {
                ConsumerRecord<String, byte[]> last = records.get(recordsTaken - 1);
                transaction.next(last.offset() + 1, last.leaderEpoch());
            }
            batch.write();
            send(batch.deadLetters());
            return recordsTaken;
        });
    }

    /** Sends a record that the database refuses to dead letters and goes on after it. */
    void refuse(Fence fence, Judging judging, ConsumerRecord<String, byte[]> message, String reason)
            throws SQLException {
        transactions.run(fence, judging, transaction -> {
            transaction.next(message.offset() + 1, message.leaderEpoch());
            send(List.of(new DeadLetter(message, reason)));
            return true;
        });
    }

    /** Finds the number of a message's scope, before the transaction; a key that names none is poison. */
    private Message withScope(Message message, int partition, PartitionMemory memory, Map<String, NumberedScope> names)
            throws SQLException {
        String key = message.record().key();
        if (message instanceof Message.Poison || names.containsKey(key)) {
            return message;
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
        NumberedScope numbered = dictionaries.scope(scope, partition);
        names.put(key, numbered);
        memory.keep(key, numbered);
        return message;
    }

    private void send(List<DeadLetter> letters) {
        if (!letters.isEmpty()) {
            deadLetters.send(Topic.RESOURCES_DEAD_LETTERS, letters);
        }
    }
}
