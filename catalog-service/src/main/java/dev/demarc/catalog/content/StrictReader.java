package dev.demarc.catalog.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.demarc.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Brings a JSON tree into a contract's record; what the record does not know or does not accept is refused by path. */
public final class StrictReader {
    private static final ObjectMapper MAPPER = Json.configure(JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private StrictReader() {}

    /** @throws InvalidCatalogException where the bytes are no JSON */
    public static JsonNode tree(byte[] json, String path) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw new InvalidCatalogException(
                        new CatalogProblem(path, "the body is empty; accepted: a JSON object"));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new InvalidCatalogException(new CatalogProblem(path + at(e.getLocation()), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidCatalogException naming the path below {@code path}, the value and what is accepted */
    public static <T> T read(JsonNode tree, Class<T> type, String path) {
        try {
            return Objects.requireNonNull(MAPPER.readerFor(type).readValue(tree, type), path);
        } catch (JsonMappingException e) {
            throw new InvalidCatalogException(new CatalogProblem(path + below(e), reason(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String at(JsonLocation location) {
        return location == null ? "" : " line %d column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String below(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "'%s' is not known; accepted: %s"
                    .formatted(
                            unknown.getPropertyName(),
                            unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "'%s' is not accepted; accepted: %s".formatted(format.getValue(), names(format.getTargetType()));
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return String.valueOf(e.getCause().getMessage());
        }
        return e.getOriginalMessage();
    }

    private static String names(Class<?> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> MAPPER.valueToTree(choice).asText())
                .collect(Collectors.joining(", "));
    }
}
