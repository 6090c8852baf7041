package dev.demarc.catalog.problem;

import dev.demarc.catalog.content.CatalogProblem;
import dev.demarc.catalog.content.InvalidCatalogException;
import dev.demarc.catalog.content.UnknownEntryException;
import dev.demarc.catalog.draft.DraftConflictException;
import dev.demarc.catalog.draft.UnknownDraftException;
import dev.demarc.catalog.revision.UnknownRevisionException;
import dev.demarc.shell.problem.CommonProblem;
import dev.demarc.shell.problem.Problems;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what only this service throws into problems. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int DEPTH = 20;

    @ServerExceptionMapper
    Response invalid(InvalidCatalogException e) {
        List<CatalogProblem> problems = e.problems();
        return Problems.answer(
                CatalogServiceProblem.INVALID_CATALOG,
                String.valueOf(e.getMessage()),
                problems.isEmpty() ? null : problems.get(0).path());
    }

    @ServerExceptionMapper
    Response unknownEntry(UnknownEntryException e) {
        return Problems.answer(CommonProblem.NOT_FOUND, String.valueOf(e.getMessage()), e.field());
    }

    @ServerExceptionMapper
    Response unknownRevision(UnknownRevisionException e) {
        return Problems.answer(CommonProblem.NOT_FOUND, String.valueOf(e.getMessage()), "number");
    }

    @ServerExceptionMapper
    Response unknownDraft(UnknownDraftException e) {
        return Problems.answer(CommonProblem.NOT_FOUND, String.valueOf(e.getMessage()), "draft");
    }

    @ServerExceptionMapper
    Response conflict(DraftConflictException e) {
        return Problems.answer(CommonProblem.CONFLICT, String.valueOf(e.getMessage()));
    }

    /** The database's faults come wrapped in what held the transaction. */
    @ServerExceptionMapper
    Response unforeseen(RuntimeException e) {
        if (causes(e).anyMatch(StaleStateException.class::isInstance)) {
            return Problems.answer(
                    CommonProblem.CONFLICT, "The draft was changed by someone else in between; read it again");
        }
        if (causes(e).anyMatch(cause -> cause instanceof PersistenceException || cause instanceof SQLException)) {
            LOG.error("The database does not answer as it should", e);
            return Problems.later(CommonProblem.UNAVAILABLE, "The database does not answer", RETRY_AFTER);
        }
        return Problems.internal(e);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(DEPTH);
    }
}
