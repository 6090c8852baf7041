package dev.demarc.scanner.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.demarc.contracts.Problem;
import dev.demarc.scanner.aws.AwsFault;
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.scan.BadWishException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what went wrong into a problem. */
final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response map(BadWishException e) {
        return answer(ProblemType.BAD_REQUEST.with(String.valueOf(e.getMessage()), e.field()));
    }

    @ServerExceptionMapper
    Response map(MismatchedInputException e) {
        return answer(malformed(e));
    }

    @ServerExceptionMapper
    Response map(JsonProcessingException e) {
        return answer(malformed(e));
    }

    @ServerExceptionMapper
    Response map(SdkException e) {
        return answer(ProblemType.UNAVAILABLE.with("AWS: " + AwsFault.of(e).reason(), null));
    }

    @ServerExceptionMapper
    Response map(BusException e) {
        return answer(ProblemType.UNAVAILABLE.with("Kafka did not take the request; try again", null));
    }

    @ServerExceptionMapper
    Response map(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(malformed(json));
        }
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        return answer(type.with(String.valueOf(e.getMessage()), null));
    }

    @ServerExceptionMapper
    Response map(RuntimeException e) {
        LOG.error("a request failed", e);
        return answer(ProblemType.INTERNAL.with("see the scanner's log", null));
    }

    private static Problem malformed(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return ProblemType.BAD_REQUEST.with("the body is not the JSON that is accepted", null);
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return ProblemType.BAD_REQUEST.with(
                "%s is not of the type that is accepted: accounts, regions and types are lists of text"
                        .formatted(field),
                field);
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
