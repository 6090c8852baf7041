package dev.demarc.assessment.problem;

import dev.demarc.assessment.responsibility.CatalogMissingException;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Problem;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that reaches an endpoint's caller into a problem. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response refused(RefusedValueException e) {
        return response(ProblemType.BAD_REQUEST, text(e), e.field()).build();
    }

    @ServerExceptionMapper
    Response unknown(UnknownIdException e) {
        return response(ProblemType.NOT_FOUND, text(e), null).build();
    }

    @ServerExceptionMapper
    Response unknownReference(UnknownReferenceException e) {
        return response(ProblemType.NOT_FOUND, text(e), e.field()).build();
    }

    @ServerExceptionMapper
    Response conflict(ConflictException e) {
        return response(ProblemType.CONFLICT, text(e), null).build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return response(ProblemType.FORBIDDEN, text(e), null).build();
    }

    @ServerExceptionMapper
    Response tooLarge(TooLargeException e) {
        return response(ProblemType.TOO_LARGE, text(e), null).build();
    }

    @ServerExceptionMapper
    Response refusedContent(RefusedContentException e) {
        return response(ProblemType.UNSUPPORTED_MEDIA_TYPE, text(e), null).build();
    }

    @ServerExceptionMapper
    Response storeAway(StoreUnavailableException e) {
        LOG.warn(e.getMessage());
        return unavailable("The store of verdicts cannot be reached; what it holds is not lost");
    }

    @ServerExceptionMapper
    Response catalogAway(CatalogMissingException e) {
        return unavailable(text(e));
    }

    @ServerExceptionMapper
    Response noRoute(NotFoundException e, UriInfo uri) {
        return response(ProblemType.NOT_FOUND, "There is nothing at " + uri.getPath(), null)
                .build();
    }

    @ServerExceptionMapper
    Response wrongMethod(NotAllowedException e) {
        return response(ProblemType.METHOD_NOT_ALLOWED, "The path does not take this method", null)
                .build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return response(ProblemType.NOT_ACCEPTABLE, "Accept must allow application/json, or text/csv for exports", null)
                .build();
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return response(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json", null)
                .build();
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        return type == ProblemType.INTERNAL
                ? unexpected(e)
                : response(type, text(e), null).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("a request failed for a reason that is ours", e);
        return response(ProblemType.INTERNAL, "The log of assessment-service has the reason", null)
                .build();
    }

    private static Response unavailable(String detail) {
        return response(ProblemType.UNAVAILABLE, detail, null)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder response(ProblemType type, String detail, @Nullable String field) {
        return Response.status(type.status()).type(Problem.MEDIA_TYPE).entity(Json.bytes(type.problem(detail, field)));
    }

    private static String text(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), "The request is not understood");
    }
}
