package dev.demarc.scanner.run;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the scanner writes onto Kafka; safe for many threads. */
public final class Bus {
    static final String SOURCE = "/scanner-service";

    private final Producer<String, byte[]> producer;

    public Bus(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Sends what is confirmed, or refused, by the next {@link Confirmations#check()}. */
    void send(ProducerRecord<String, byte[]> message, Confirmations confirmations) {
        var unused = producer.send(message, (metadata, failure) -> confirmations.arrived(failure));
    }

    public void account(Account account, Instant now) {
        confirmed(Event.of(EventType.ACCOUNT, account, SOURCE).to(Topic.ACCOUNTS, account.id(), now));
    }

    public void request(ScanRequest request, TraceParent trace) {
        confirmed(Event.of(EventType.SCAN_REQUEST, request, SOURCE)
                .trace(trace)
                .to(Topic.SCANS, request.id(), request.requestedAt()));
    }

    public void task(ScanTask task, Topic topic, TraceParent trace, Instant now) {
        confirmed(Event.of(EventType.SCAN_TASK, task, SOURCE)
                .trace(trace)
                .to(topic, task.scope().toString(), now));
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
        Confirmations confirmations = new Confirmations();
        send(message, confirmations);
        producer.flush();
        confirmations.check();
    }

    void flush() {
        producer.flush();
    }
}
