package dev.demarc.scanner.run;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import dev.demarc.scanner.canonical.CanonicalItem;
import dev.demarc.scanner.canonical.Canonicalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run: its begin, each item once it is canonical, its pages and its end. Who writes many at a time lets each
 * {@link #close}, {@link #confirm}, {@link #finish} and {@link #confirm} with the others, so that Kafka is waited for
 * twice in all. Not for several threads.
 */
public final class RunWriter {
    /** The most JSON of one resource, in bytes. */
    public static final int LARGEST_ITEM = 1 << 20;

    private static final String TOO_LARGE = "larger than 1 MiB";
    private static final int IN_FLIGHT = 2_000;

    private final Bus bus;
    private final Canonicalizer canonicalizer;
    private final Scope scope;
    private final RunId run;
    private final TraceParent trace;
    private final Confirmations confirmations = new Confirmations();
    private final Set<Long> rids = new LinkedHashSet<>();
    private final Remarks remarks = new Remarks();
    private int pages;

    public RunWriter(Bus bus, Canonicalizer canonicalizer, Scope scope, RunId run, TraceParent trace) {
        this.bus = bus;
        this.canonicalizer = canonicalizer;
        this.scope = scope;
        this.run = run;
        this.trace = trace;
    }

    public void begin(Source source, Instant begunAt) {
        send(Event.of(EventType.RUN_BEGUN, new RunBegun(scope, run, source, begunAt), Bus.SOURCE), begunAt);
    }

    /** @throws IllegalArgumentException where the item is of another scope */
    public void item(ResourceConfiguration item) {
        if (!item.scope().equals(scope)) {
            throw new IllegalArgumentException(
                    "%s is of %s, not of %s".formatted(item.resourceId(), item.scope(), scope));
        }
        CanonicalItem canonical = canonical(item);
        long rid = ResourceKey.rid(scope, item.resourceId());
        rids.add(rid);
        remarks.sent(rid, item.resourceId(), item.arn(), item.resourceName());
        send(
                Event.written(EventType.RESOURCE_CONFIGURATION, canonical.json(), Bus.SOURCE)
                        .header(EventHeaders.RUN, run.toString())
                        .header(EventHeaders.RID, HexFormat.of().toHexDigits(rid))
                        .header(EventHeaders.DIGEST, canonical.digest()),
                item.configurationItemCaptureTime());
        if (rids.size() % IN_FLIGHT == 0) {
            bus.flush();
        }
    }

    /** What was listed and cannot be sent is told when the run ends. */
    public void leftOut(String why) {
        remarks.leftOut(why);
    }

    /**
     * Ends the run and returns once Kafka has all of it.
     *
     * @throws BusException where Kafka refused any of it; then the run has no end and is read again
     */
    public RunEnded end(Outcome outcome, Instant now, @Nullable String reason, @Nullable String permission) {
        close(now);
        confirm();
        RunEnded ended = finish(outcome, now, reason, permission);
        confirm();
        return ended;
    }

    /** Sends the run's pages, after which it has no more items. */
    public void close(Instant now) {
        long[] all = rids.stream().mapToLong(Long::longValue).toArray();
        for (int from = 0; from < all.length; from += RunPage.LIMIT) {
            long[] page = Arrays.copyOfRange(all, from, Math.min(all.length, from + RunPage.LIMIT));
            send(Event.of(EventType.RUN_PAGE, RunPage.of(scope, run, pages++, page), Bus.SOURCE), now);
        }
    }

    /**
     * Returns once Kafka has all that was sent.
     *
     * @throws BusException where Kafka refused any of it
     */
    public void confirm() {
        bus.flush();
        confirmations.check();
    }

    /** Sends the end of a run that is closed and confirmed. */
    public RunEnded finish(Outcome outcome, Instant now, @Nullable String reason, @Nullable String permission) {
        IdDigest digest = new IdDigest();
        rids.forEach(digest::add);
        RunEnded ended = new RunEnded(
                scope, run, outcome, pages, rids.size(), digest.hex(), now, reason, permission, remarks.text());
        send(Event.of(EventType.RUN_ENDED, ended, Bus.SOURCE), now);
        return ended;
    }

    private CanonicalItem canonical(ResourceConfiguration item) {
        try {
            CanonicalItem canonical = canonicalizer.canonical(item);
            return canonical.json().length <= LARGEST_ITEM ? canonical : canonicalizer.unread(item, TOO_LARGE);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            return canonicalizer.unread(
                    item,
                    "not of a shape that is known (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private void send(Event event, Instant time) {
        bus.send(event.trace(trace).to(Topic.RESOURCES, scope.toString(), time), confirmations);
    }
}
