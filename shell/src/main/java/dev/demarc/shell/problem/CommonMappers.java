package dev.demarc.shell.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.demarc.contracts.MalformedRecordException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns what every service may throw into a problem; a service maps what only it throws. */
final class CommonMappers {
    private static final int DEPTH = 20;

    @ServerExceptionMapper
    Response refused(RefusedValueException e) {
        return Problems.answer(CommonProblem.BAD_REQUEST, text(e), e.field());
    }

    @ServerExceptionMapper
    Response unknown(UnknownIdException e) {
        return Problems.answer(CommonProblem.NOT_FOUND, text(e));
    }

    @ServerExceptionMapper
    Response unknownReference(UnknownReferenceException e) {
        return Problems.answer(CommonProblem.NOT_FOUND, text(e), e.field());
    }

    @ServerExceptionMapper
    Response conflict(ConflictException e) {
        return Problems.answer(CommonProblem.CONFLICT, text(e));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problems.answer(CommonProblem.FORBIDDEN, text(e));
    }

    @ServerExceptionMapper
    Response tooLarge(TooLargeException e) {
        return Problems.answer(CommonProblem.TOO_LARGE, text(e));
    }

    @ServerExceptionMapper
    Response refusedContent(RefusedContentException e) {
        return Problems.answer(CommonProblem.UNSUPPORTED_MEDIA_TYPE, text(e));
    }

    @ServerExceptionMapper
    Response malformed(MalformedRecordException e) {
        return Problems.answer(CommonProblem.BAD_REQUEST, "The body is " + text(e));
    }

    /** Jackson's extension maps this one by itself unless it is named. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        return noJson(e);
    }

    @ServerExceptionMapper
    Response noJson(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Problems.answer(
                    CommonProblem.BAD_REQUEST, "The body is not the JSON that is accepted: " + e.getOriginalMessage());
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return Problems.answer(
                CommonProblem.BAD_REQUEST,
                "%s is not of the type that is accepted: %s".formatted(field, e.getOriginalMessage()),
                field);
    }

    @ServerExceptionMapper
    Response noRoute(NotFoundException e, UriInfo uri) {
        return Problems.answer(
                CommonProblem.NOT_FOUND,
                "There is nothing at " + uri.getRequestUri().getPath());
    }

    @ServerExceptionMapper
    Response wrongMethod(NotAllowedException e) {
        return Problems.answer(CommonProblem.METHOD_NOT_ALLOWED, "The path does not take this method");
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return Problems.answer(CommonProblem.NOT_ACCEPTABLE, "Accept must allow what the path gives, as the API says");
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return Problems.answer(
                CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be what the path takes, as the API says");
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        JsonProcessingException json = jsonFault(e);
        if (json != null) {
            return noJson(json);
        }
        CommonProblem type = CommonProblem.ofStatus(e.getResponse().getStatus());
        return type == CommonProblem.INTERNAL ? unforeseen(e) : Problems.answer(type, text(e));
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e) {
        return Problems.internal(e);
    }

    private static @Nullable JsonProcessingException jsonFault(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .filter(JsonProcessingException.class::isInstance)
                .map(JsonProcessingException.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static String text(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), "The request is not understood");
    }
}
