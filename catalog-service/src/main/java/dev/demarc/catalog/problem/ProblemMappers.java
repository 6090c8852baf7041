package dev.demarc.catalog.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.demarc.catalog.content.CatalogProblem;
import dev.demarc.catalog.content.InvalidCatalogException;
import dev.demarc.catalog.draft.DraftConflictException;
import dev.demarc.catalog.draft.UnknownDraftException;
import dev.demarc.catalog.revision.UnknownRevisionException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the service throws into RFC 9457 problems. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response of(InvalidCatalogException e) {
        List<CatalogProblem> problems = e.problems();
        return ProblemType.INVALID_CATALOG.answer(
                String.valueOf(e.getMessage()),
                problems.isEmpty() ? null : problems.get(0).path());
    }

    @ServerExceptionMapper
    public Response of(UnknownEntryException e) {
        return ProblemType.NOT_FOUND.answer(String.valueOf(e.getMessage()), e.field());
    }

    @ServerExceptionMapper
    public Response of(UnknownRevisionException e) {
        return ProblemType.NOT_FOUND.answer(String.valueOf(e.getMessage()), "number");
    }

    @ServerExceptionMapper
    public Response of(UnknownDraftException e) {
        return ProblemType.NOT_FOUND.answer(String.valueOf(e.getMessage()), "draft");
    }

    @ServerExceptionMapper
    public Response of(BadParameterException e) {
        return ProblemType.BAD_REQUEST.answer(String.valueOf(e.getMessage()), e.field());
    }

    @ServerExceptionMapper
    public Response of(DraftConflictException e) {
        return ProblemType.CONFLICT.answer(String.valueOf(e.getMessage()), null);
    }

    @ServerExceptionMapper
    public Response of(JsonProcessingException e) {
        return ProblemType.BAD_REQUEST.answer("the body is no JSON that is accepted: " + e.getOriginalMessage(), null);
    }

    @ServerExceptionMapper
    public Response of(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        Optional<JsonProcessingException> malformed = causes(e)
                .filter(JsonProcessingException.class::isInstance)
                .map(JsonProcessingException.class::cast)
                .findFirst();
        return malformed.isPresent()
                ? of(malformed.get())
                : ProblemType.ofStatus(status).answer(String.valueOf(e.getMessage()), null);
    }

    @ServerExceptionMapper
    public Response of(RuntimeException e) {
        if (causes(e).anyMatch(StaleStateException.class::isInstance)) {
            return ProblemType.CONFLICT.answer("the draft was changed by someone else in between; read it again", null);
        }
        if (causes(e).anyMatch(cause -> cause instanceof PersistenceException || cause instanceof SQLException)) {
            LOG.error("The database does not answer as it should", e);
            return ProblemType.UNAVAILABLE.answer("the database does not answer; try again later", null);
        }
        LOG.error("An error that this service has no problem for", e);
        return ProblemType.INTERNAL.answer("see the service's log", null);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
