package dev.demarc.catalog.draft;

import dev.demarc.catalog.change.CatalogEdit;
import dev.demarc.catalog.change.PackedRevision;
import dev.demarc.catalog.change.RevisionDiff;
import dev.demarc.catalog.content.CatalogProblem;
import dev.demarc.catalog.content.Consistency;
import dev.demarc.catalog.content.InvalidCatalogException;
import dev.demarc.catalog.revision.RevisionSummary;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The drafts: begins, changes, validates and publishes them. A change that is refused leaves the draft as it was. What is
 * compiled is compiled while no transaction is open.
 */
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

    List<DraftSummary> all() {
        return store.summaries();
    }

    DraftView begin() {
        CatalogRevision current = revisions.current();
        DraftEntity draft = store.add(new DraftEntity(current.number(), now(), PackedRevision.pack(current)));
        return view(draft, current);
    }

    /** @throws UnknownDraftException where there is none of that id */
    DraftView draft(long id) {
        DraftEntity draft = store.existing(id);
        return view(draft, PackedRevision.unpack(draft.content));
    }

    /**
     * @throws DraftConflictException where the draft is published, or another change came first
     * @throws InvalidCatalogException where the change is malformed or breaks what it changes
     */
    DraftView change(long id, CatalogEdit edit) {
        DraftEntity draft = store.open(id);
        CatalogRevision changed = edit.apply(PackedRevision.unpack(draft.content));
        List<CatalogProblem> broken = Consistency.problems(changed).stream()
                .filter(problem -> problem.path().startsWith(edit.path()))
                .toList();
        if (!broken.isEmpty()) {
            throw new InvalidCatalogException(broken);
        }
        return view(store.replace(draft, PackedRevision.pack(changed), now()), changed);
    }

    /** @throws UnknownDraftException where there is none of that id */
    Validation validate(long id) {
        return Validation.of(Consistency.problems(PackedRevision.unpack(store.existing(id).content)));
    }

    /**
     * @throws DraftConflictException where the draft is published or changed meanwhile, or another revision came after it
     *     was begun
     * @throws InvalidCatalogException with everything that is wrong
     */
    RevisionSummary publish(long id) {
        DraftEntity draft = store.open(id);
        store.requireOfTheCurrent(draft);
        CatalogRevision content = PackedRevision.unpack(draft.content);
        List<CatalogProblem> problems = Consistency.problems(content);
        if (!problems.isEmpty()) {
            throw new InvalidCatalogException(problems);
        }
        return store.publish(draft, content, now());
    }

    /**
     * @throws DraftConflictException where the draft is published
     * @throws UnknownDraftException where there is none of that id
     */
    void drop(long id) {
        store.drop(id);
    }

    /** A number that no control of the organisation ever had. */
    int nextControlNumber() {
        return store.nextControlNumber();
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
