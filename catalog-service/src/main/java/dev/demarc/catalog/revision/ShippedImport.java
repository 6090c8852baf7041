package dev.demarc.catalog.revision;

import dev.demarc.catalog.change.PackedRevision;
import dev.demarc.catalog.change.ThreeWayMerge;
import dev.demarc.catalog.content.CatalogProblem;
import dev.demarc.catalog.content.Consistency;
import dev.demarc.catalog.content.ContentReader;
import dev.demarc.contracts.catalog.CatalogRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes shipped content in: as the first revision, or merged into what the organisation made of the content before. */
@ApplicationScoped
class ShippedImport {
    private static final Logger LOG = Logger.getLogger(ShippedImport.class);

    private final Revisions revisions;
    private final ShippedContentStore shippedContents;
    private final Clock clock;

    ShippedImport(Revisions revisions, ShippedContentStore shippedContents, Clock clock) {
        this.revisions = revisions;
        this.shippedContents = shippedContents;
        this.clock = clock;
    }

    /** Does nothing where this very content was taken in before; keeps the running revision where it cannot be. */
    @Transactional
    void take(Path content) {
        String digest = ContentReader.digest(content);
        if (shippedContents.knows(digest)) {
            return;
        }
        revisions.lock();
        if (shippedContents.knows(digest)) {
            return;
        }
        CatalogRevision shipped = ContentReader.read(content).revision();
        Optional<CatalogRevision> current = revisions.newest();
        Optional<ShippedContentEntity> before = shippedContents.newest();
        if (current.isEmpty() || before.isEmpty()) {
            remember(digest, revisions.publish(shipped, Cause.SHIPPED), shipped);
            return;
        }
        CatalogRevision merged =
                ThreeWayMerge.merge(PackedRevision.unpack(before.get().content), current.get(), shipped);
        List<CatalogProblem> problems = Consistency.problems(merged);
        if (!problems.isEmpty()) {
            LOG.errorf(
                    "Revision %d stays: the content of this version cannot be merged with what was changed here: %s",
                    current.get().number(), problems);
            return;
        }
        CatalogRevision taken = PackedRevision.digest(merged).equals(PackedRevision.digest(current.get()))
                ? current.get()
                : revisions.publish(merged, Cause.SHIPPED);
        remember(digest, taken, shipped);
    }

    private void remember(String digest, CatalogRevision taken, CatalogRevision shipped) {
        shippedContents.persist(new ShippedContentEntity(
                digest, clock.instant().truncatedTo(ChronoUnit.MICROS), taken.number(), PackedRevision.pack(shipped)));
        LOG.infof("Took shipped content %.12s in, revision %d", digest, taken.number());
    }
}
