package dev.demarc.gateway.openapi;

import dev.demarc.contracts.Json;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Gives operations that are passed on their query parameters, named by {@code openapi-parameters.json}. Annotations that
 * refer to a described parameter cannot: they have no name, so all but some are taken for one and the same.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class QueryParameters implements OASFilter {
    private final Map<String, List<String>> byOperation = new HashMap<>();

    public QueryParameters() {
        try (InputStream in = QueryParameters.class.getResourceAsStream("/openapi-parameters.json")) {
            Map<?, ?> read = Json.read(Objects.requireNonNull(in).readAllBytes(), Map.class);
            read.forEach((operation, names) -> byOperation.put(
                    String.valueOf(operation),
                    ((List<?>) names).stream().map(String::valueOf).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the query parameters of operations cannot be read", e);
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        byOperation
                .getOrDefault(operation.getOperationId(), List.of())
                .forEach(name ->
                        operation.addParameter(OASFactory.createParameter().ref(name)));
        return operation;
    }

    /** @throws IllegalStateException where a parameter is named that nobody has described */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        byOperation.forEach((operation, names) -> names.forEach(name -> {
            if (!api.getComponents().getParameters().containsKey(name)) {
                throw new IllegalStateException("%s has the parameter %s; described: %s"
                        .formatted(
                                operation,
                                name,
                                api.getComponents().getParameters().keySet()));
            }
        }));
    }
}
