package dev.demarc.catalog.draft;

import dev.demarc.catalog.content.CatalogProblem;
import dev.demarc.catalog.content.Consistency;
import dev.demarc.catalog.content.InvalidCatalogException;
import dev.demarc.catalog.revision.Cause;
import dev.demarc.catalog.revision.PackedRevision;
import dev.demarc.catalog.revision.RevisionDiff;
import dev.demarc.catalog.revision.RevisionSummary;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** The drafts: begins, changes, validates and publishes them. A change that is refused leaves the draft as it was. */
@ApplicationScoped
class Drafts {
    private final DraftStore store;
    private final Revisions revisions;
    private final Clock clock;

    Drafts(DraftStore store, Revisions revisions, Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.clock = clock;
    }

    @Transactional
    List<DraftSummary> all() {
        return store.summaries();
    }

    @Transactional
    DraftView begin() {
        CatalogRevision current = revisions.current();
        DraftEntity draft = new DraftEntity(current.number(), now(), PackedRevision.pack(current));
        store.persist(draft);
        return view(draft, current);
    }

    /** @throws UnknownDraftException where there is none of that id */
    @Transactional
    DraftView draft(long id) {
        DraftEntity draft = existing(id);
        return view(draft, PackedRevision.unpack(draft.content));
    }

    /**
     * @throws DraftConflictException where the draft is published
     * @throws InvalidCatalogException where the change is malformed or breaks what it changes
     */
    @Transactional
    DraftView change(long id, CatalogEdit edit) {
        DraftEntity draft = open(id);
        CatalogRevision changed = edit.apply(PackedRevision.unpack(draft.content));
        List<CatalogProblem> broken = Consistency.problems(changed).stream()
                .filter(problem -> problem.path().startsWith(edit.path()))
                .toList();
        if (!broken.isEmpty()) {
            throw new InvalidCatalogException(broken);
        }
        draft.content = PackedRevision.pack(changed);
        draft.changedAt = now();
        store.flush();
        return view(draft, changed);
    }

    /** @throws UnknownDraftException where there is none of that id */
    @Transactional
    Validation validate(long id) {
        return Validation.of(Consistency.problems(PackedRevision.unpack(existing(id).content)));
    }

    /**
     * @throws DraftConflictException where the draft is published, or another revision came after it was begun
     * @throws InvalidCatalogException with everything that is wrong
     */
    @Transactional
    RevisionSummary publish(long id) {
        revisions.lock();
        DraftEntity draft = open(id);
        int current = revisions.current().number();
        if (draft.base != current) {
            throw new DraftConflictException("draft %d was begun from revision %d, but %d is current; begin a new draft"
                    .formatted(id, draft.base, current));
        }
        CatalogRevision content = PackedRevision.unpack(draft.content);
        List<CatalogProblem> problems = Consistency.problems(content);
        if (!problems.isEmpty()) {
            throw new InvalidCatalogException(problems);
        }
        CatalogRevision published = revisions.publish(content, Cause.DRAFT);
        store.flush();
        draft.state = DraftState.PUBLISHED;
        draft.published = published.number();
        draft.changedAt = now();
        return revisions.summary(published.number());
    }

    /**
     * @throws DraftConflictException where the draft is published
     * @throws UnknownDraftException where there is none of that id
     */
    @Transactional
    void drop(long id) {
        store.delete(open(id));
    }

    /** A number that no control of the organisation ever had. */
    @Transactional
    int nextControlNumber() {
        return store.nextControlNumber();
    }

    private DraftEntity open(long id) {
        DraftEntity draft = existing(id);
        if (draft.state != DraftState.OPEN) {
            throw new DraftConflictException(
                    "draft %d is published as revision %d; begin a new draft".formatted(id, draft.published));
        }
        return draft;
    }

    private DraftEntity existing(long id) {
        return store.findByIdOptional(id).orElseThrow(() -> new UnknownDraftException(id));
    }

    private DraftView view(DraftEntity draft, CatalogRevision content) {
        DraftSummary summary = new DraftSummary(
                Objects.requireNonNull(draft.id),
                draft.base,
                draft.state,
                draft.published,
                draft.createdAt,
                draft.changedAt);
        return new DraftView(
                summary,
                RevisionDiff.between(revisions.revision(draft.base), content).changes());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
