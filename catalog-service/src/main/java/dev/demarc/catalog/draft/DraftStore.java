package dev.demarc.catalog.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class DraftStore implements PanacheRepository<DraftEntity> {
    private static final String NEXT_CONTROL_NUMBER = "select nextval('control_number')";

    /** The newest first. */
    List<DraftSummary> summaries() {
        return findAll(Sort.descending("id")).project(DraftSummary.class).list();
    }

    /** A number that no control of the organisation ever had. */
    int nextControlNumber() {
        Object number = getEntityManager()
                .createNativeQuery(NEXT_CONTROL_NUMBER, Long.class)
                .getSingleResult();
        return Math.toIntExact((Long) number);
    }
}
