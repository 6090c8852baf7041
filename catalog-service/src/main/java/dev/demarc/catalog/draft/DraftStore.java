package dev.demarc.catalog.draft;

import dev.demarc.catalog.revision.Cause;
import dev.demarc.catalog.revision.RevisionSummary;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The stored drafts, each method a short transaction. What was read and thought about since is written only where nobody
 * else has changed it meanwhile.
 */
@ApplicationScoped
class DraftStore implements PanacheRepository<DraftEntity> {
    private static final String NEXT_CONTROL_NUMBER = "select nextval('control_number')";

    private final Revisions revisions;

    DraftStore(Revisions revisions) {
        this.revisions = revisions;
    }

    /** The newest first. */
    @Transactional
    List<DraftSummary> summaries() {
        return findAll(Sort.descending("id")).project(DraftSummary.class).list();
    }

    /** A number that no control of the organisation ever had. */
    @Transactional
    int nextControlNumber() {
        Object number = getEntityManager()
                .createNativeQuery(NEXT_CONTROL_NUMBER, Long.class)
                .getSingleResult();
        return Math.toIntExact((Long) number);
    }

    @Transactional
    DraftEntity add(DraftEntity draft) {
        persist(draft);
        return draft;
    }

    /** @throws UnknownDraftException where there is none of that id */
    @Transactional
    DraftEntity existing(long id) {
        return findByIdOptional(id).orElseThrow(() -> new UnknownDraftException(id));
    }

    /** @throws DraftConflictException where the draft is published */
    @Transactional
    DraftEntity open(long id) {
        DraftEntity draft = existing(id);
        if (draft.state != DraftState.OPEN) {
            throw new DraftConflictException(
                    "draft %d is published as revision %d; begin a new draft".formatted(id, draft.published));
        }
        return draft;
    }

    /** @throws DraftConflictException where the draft is not any more as it was read */
    @Transactional
    DraftEntity replace(DraftEntity read, byte[] content, Instant now) {
        DraftEntity draft = unchanged(read);
        draft.content = content;
        draft.changedAt = now;
        flush();
        return draft;
    }

    /**
     * @param content of the draft
     * @throws DraftConflictException where the draft is not any more as it was read, or another revision came after it
     *     was begun
     */
    @Transactional
    RevisionSummary publish(DraftEntity read, CatalogRevision content, Instant now) {
        revisions.lock();
        DraftEntity draft = unchanged(read);
        requireOfTheCurrent(draft);
        CatalogRevision published = revisions.publish(content, Cause.DRAFT);
        flush();
        draft.state = DraftState.PUBLISHED;
        draft.published = published.number();
        draft.changedAt = now;
        return revisions.summary(published.number());
    }

    /** @throws DraftConflictException where another revision came after the draft was begun */
    @Transactional
    void requireOfTheCurrent(DraftEntity draft) {
        int current = revisions.current().number();
        if (draft.base != current) {
            throw new DraftConflictException("draft %d was begun from revision %d, but %d is current; begin a new draft"
                    .formatted(draft.id, draft.base, current));
        }
    }

    @Transactional
    void drop(long id) {
        delete(open(id));
    }

    private DraftEntity unchanged(DraftEntity read) {
        DraftEntity draft = open(Objects.requireNonNull(read.id));
        if (draft.version != read.version) {
            throw new DraftConflictException(
                    "draft %d was changed by someone else in between; read it again".formatted(read.id));
        }
        return draft;
    }
}
