package dev.demarc.gateway.problem;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.Problem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives every exception its problem. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    @ServerExceptionMapper
    Response refused(RefusedValueException e) {
        return answer(ProblemType.BAD_REQUEST.problem(String.valueOf(e.getMessage()), e.field()));
    }

    @ServerExceptionMapper
    Response malformed(MalformedRecordException e) {
        return answer(ProblemType.BAD_REQUEST.problem("The body is " + e.getMessage()));
    }

    @ServerExceptionMapper
    Response unknown(UnknownIdException e) {
        return answer(ProblemType.NOT_FOUND.problem(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response notReady(NotReadyException e) {
        return later(ProblemType.NOT_READY.problem(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response tooMany(TooManyException e) {
        return later(ProblemType.TOO_MANY.problem(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response serviceFault(ServiceFaultException e) {
        return later(e.type().problem(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response unknownPath(NotFoundException e, UriInfo uri) {
        return answer(ProblemType.NOT_FOUND.problem(
                "There is nothing at " + uri.getRequestUri().getPath()));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        return answer(type.problem(String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response unforeseen(RuntimeException e) {
        LOG.error("A request failed inside", e);
        return answer(ProblemType.INTERNAL.problem("The gateway's log says what happened"));
    }

    private static Response answer(Problem problem) {
        return builder(problem).build();
    }

    private static Response later(Problem problem) {
        return builder(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status())
                .entity(problem)
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
