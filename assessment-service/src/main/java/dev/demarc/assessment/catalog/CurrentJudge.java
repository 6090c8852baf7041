package dev.demarc.assessment.catalog;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.engine.CatalogException;
import dev.demarc.engine.Judge;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The newest catalog revision that can be judged by; empty until the first one came. */
@ApplicationScoped
public class CurrentJudge {
    private final AtomicReference<@Nullable Judging> newest = new AtomicReference<>();

    public Optional<Judging> newest() {
        return Optional.ofNullable(newest.get());
    }

    /**
     * Stores and compiles a revision and judges by it, unless a newer one is here already; tells whether it does.
     *
     * @throws CatalogException where it cannot be judged by; nothing changes then
     */
    public boolean judgeBy(CatalogRevision revision, CatalogStore store) throws SQLException {
        Judging offered = Judging.by(Judge.of(revision));
        store.save(revision, offered.version());
        Judging before = newest.getAndUpdate(current -> isNewer(offered, current) ? offered : current);
        return isNewer(offered, before);
    }

    /**
     * Judges by the newest revision that was ever judged by, where that is newer: a catalog that was restored publishes
     * older ones again, by which nothing that is stored can go on.
     */
    public void catchUp(CatalogStore store) throws SQLException {
        Optional<CatalogRevision> stored = store.newest();
        Judging current = newest.get();
        if (current != null
                && stored.isPresent()
                && stored.get().number() > current.version().revision()) {
            judgeBy(stored.get(), store);
        }
    }

    /** Stores what is judged by once more: the database may have lost it. */
    public void store(CatalogStore store) throws SQLException {
        Judging current = newest.get();
        if (current != null) {
            store.save(current.judge().revision(), current.version());
        }
    }

    private static boolean isNewer(Judging offered, @Nullable Judging current) {
        return current == null || offered.version().number() > current.version().number();
    }
}
