package dev.demarc.scanner.run;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What the scanner writes onto Kafka; safe for many threads. */
public final class Bus {
    static final String SOURCE = "/scanner-service";

    private final Producer<String, byte[]> producer;

    public Bus(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Sends what is confirmed, or refused, by the next {@link Confirmations#check()}. */
    void send(ProducerRecord<String, byte[]> message, Confirmations confirmations) {
        try {
            var unused = producer.send(message, (metadata, failure) -> confirmations.arrived(failure));
        } catch (InterruptException e) {
            throw interrupted();
        } catch (KafkaException e) {
            confirmations.arrived(e);
        }
    }

    public void account(Account account, Instant now) {
        accounts(List.of(account), now);
    }

    public void accounts(List<Account> accounts, Instant now) {
        confirmed(accounts.stream()
                .map(account -> Event.of(EventType.ACCOUNT, account, SOURCE).to(Topic.ACCOUNTS, account.id(), now)));
    }

    public void request(ScanRequest request, TraceParent trace) {
        confirmed(Event.of(EventType.SCAN_REQUEST, request, SOURCE)
                .trace(trace)
                .to(Topic.SCANS, request.id(), request.requestedAt()));
    }

    public void tasks(List<ScanTask> tasks, Topic topic, TraceParent trace, Instant now) {
        confirmed(tasks.stream().map(task -> Event.of(EventType.SCAN_TASK, task, SOURCE)
                .trace(trace)
                .to(topic, task.scope().toString(), now)));
    }

    public void failed(ScanFailed failure, TraceParent trace) {
        confirmed(Event.of(EventType.SCAN_FAILED, failure, SOURCE)
                .trace(trace)
                .to(Topic.SCAN_PROGRESS, failure.scan(), failure.at()));
    }

    /** Tells the gateway; a loss shows for a moment only, so nobody waits for it. */
    public void progress(ScanProgress progress, TraceParent trace) {
        send(
                Event.of(EventType.SCAN_PROGRESS, progress, SOURCE)
                        .trace(trace)
                        .to(Topic.SCAN_PROGRESS, progress.run().scan(), progress.at()),
                new Confirmations());
    }

    /** Sends one record and returns once Kafka has it. */
    public void confirmed(ProducerRecord<String, byte[]> message) {
        confirmed(Stream.of(message));
    }

    private void confirmed(Stream<ProducerRecord<String, byte[]>> messages) {
        Confirmations confirmations = new Confirmations();
        messages.forEach(message -> send(message, confirmations));
        flush();
        confirmations.check();
    }

    /** @throws CancellationException where the thread is interrupted */
    void flush() {
        try {
            producer.flush();
        } catch (InterruptException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        return new CancellationException("interrupted while sending to Kafka");
    }
}
