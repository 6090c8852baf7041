package dev.demarc.catalog.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RevisionStore implements PanacheRepositoryBase<RevisionEntity, Integer> {
    private static final String LOCK_FOR_PUBLISHING =
            "select cast(pg_advisory_xact_lock(hashtext('demarc.catalog.publish')) as text)";

    /** Holds off other publishers, of other replicas too, until the transaction ends. */
    void lockForPublishing() {
        getEntityManager().createNativeQuery(LOCK_FOR_PUBLISHING, String.class).getSingleResult();
    }

    Optional<Integer> newestNumber() {
        return find("select max(number) from RevisionEntity").project(Integer.class).stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The newest first. */
    List<RevisionSummary> page(int before, int limit) {
        return find("number < ?1", Sort.descending("number"), before)
                .page(0, limit)
                .project(RevisionSummary.class)
                .list();
    }

    Optional<RevisionSummary> summary(int number) {
        return find("number", number).project(RevisionSummary.class).firstResultOptional();
    }
}
