package dev.demarc.gateway.openapi;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Gives every operation the example that lies under its id in {@code openapi-examples}, and the problem as default. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class Examples implements OASFilter {
    private static final String PROBLEM = "problem";

    @Override
    public Operation filterOperation(Operation operation) {
        String id = operation.getOperationId();
        example(id).ifPresent(example -> operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .forEach(response -> show(response, example)));
        example(id + ".request")
                .filter(example -> operation.getRequestBody() != null)
                .ifPresent(example -> operation
                        .getRequestBody()
                        .getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(type -> type.setExample(example)));
        operation.getResponses().addAPIResponse("default", problem());
        return operation;
    }

    private static void show(APIResponse response, Object example) {
        Content content = response.getContent();
        if (content == null || content.getMediaTypes() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/json", OASFactory.createMediaType().example(example)));
        } else {
            content.getMediaTypes().values().forEach(type -> type.setExample(example));
        }
    }

    private static APIResponse problem() {
        MediaType type = OASFactory.createMediaType();
        example(PROBLEM).ifPresent(type::setExample);
        return OASFactory.createAPIResponse()
                .description("What went wrong, as RFC 9457 says it")
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type));
    }

    private static Optional<Object> example(String id) {
        try (InputStream in = Examples.class.getResourceAsStream("/openapi-examples/" + id + ".json")) {
            return in == null ? Optional.empty() : Optional.of(Json.read(in.readAllBytes(), Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the example of %s cannot be read".formatted(id), e);
        }
    }
}
