package dev.demarc.catalog.revision;

import dev.demarc.catalog.change.PackedRevision;
import dev.demarc.contracts.catalog.CatalogRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The published revisions: reads them, and adds the next one. */
@ApplicationScoped
public class Revisions {
    private final RevisionStore store;
    private final Event<RevisionPublished> published;
    private final Clock clock;
    private final AtomicReference<@Nullable CatalogRevision> lastRead = new AtomicReference<>();

    Revisions(RevisionStore store, Event<RevisionPublished> published, Clock clock) {
        this.store = store;
        this.published = published;
        this.clock = clock;
    }

    /** The newest revision; empty only before the first import. */
    @Transactional
    public Optional<CatalogRevision> newest() {
        return store.newestNumber().map(this::read);
    }

    /** The newest revision; there is one as soon as the service is started. */
    @Transactional
    public CatalogRevision current() {
        return newest().orElseThrow(() -> new IllegalStateException("No revision was imported yet"));
    }

    /** @throws UnknownRevisionException where there is none of that number */
    @Transactional
    public CatalogRevision revision(int number) {
        requireKnown(number);
        return read(number);
    }

    /** @throws UnknownRevisionException where there is none of that number */
    @Transactional
    public RevisionSummary summary(int number) {
        requireKnown(number);
        return store.summary(number).orElseThrow();
    }

    /** Summaries from the newest down, of those with a number below {@code before}. */
    @Transactional
    public List<RevisionSummary> page(int before, int limit) {
        return store.page(before, limit);
    }

    /** Holds off other publishers until the caller's transaction ends; call it before looking at the newest. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        store.lockForPublishing();
    }

    /** Adds the content as the next revision, in the caller's transaction, which holds the {@link #lock()}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CatalogRevision publish(CatalogRevision content, Cause cause) {
        return add(content, store.newestNumber().orElse(0) + 1, cause);
    }

    /**
     * The newest revision under a number that nobody knows otherwise. Where the bus has another one of this number, or of
     * a later one, the database was restored: the newest is then added once more, behind that.
     *
     * @param published what the bus has
     */
    @Transactional
    public CatalogRevision newestBeyond(CatalogRevision published) {
        store.lockForPublishing();
        CatalogRevision newest = current();
        return newest.number() > published.number() || newest.equals(published)
                ? newest
                : add(newest, published.number() + 1, Cause.RESTORED);
    }

    private CatalogRevision add(CatalogRevision content, int number, Cause cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CatalogRevision next = renumbered(content, number, now);
        store.persist(new RevisionEntity(number, now, PackedRevision.digest(next), cause, PackedRevision.pack(next)));
        published.fire(new RevisionPublished(number));
        return next;
    }

    public static CatalogRevision renumbered(CatalogRevision content, int number, Instant publishedAt) {
        return new CatalogRevision(
                number,
                publishedAt,
                content.layers(),
                content.models(),
                content.services(),
                content.controls(),
                content.frameworks(),
                content.reportSeries(),
                content.providerEvidence(),
                content.parameters());
    }

    private void requireKnown(int number) {
        if (store.summary(number).isEmpty()) {
            throw new UnknownRevisionException(number, store.newestNumber().orElse(0));
        }
    }

    private CatalogRevision read(int number) {
        CatalogRevision known = lastRead.get();
        if (known != null && known.number() == number) {
            return known;
        }
        CatalogRevision read = PackedRevision.unpack(store.findById(number).content);
        lastRead.set(read);
        return read;
    }
}
