package dev.demarc.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.demarc.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas in the repository are those of the records; {@code -Dschemas.write=true} writes them anew. */
class SchemasTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");

    private final SchemaGenerator generator = generator();

    @ParameterizedTest
    @EnumSource
    void theSchemaInTheRepositoryIsTheRecords(EventType type) throws IOException {
        Path file = SCHEMAS.resolve(type.ceType() + ".json");
        String generated = pretty(schema(type));
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, generated);
        }

        String committed = Files.readString(file);

        assertThat(committed).isEqualTo(generated);
    }

    @Test
    void noSchemaIsLeftOfAnEventTypeThatIsGone() throws IOException {
        try (var files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                            .map(type -> type.ceType() + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsValidByItsSchema(EventType type) {
        JsonNode written = Json.MAPPER.valueToTree(Samples.of(type));

        var violations = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema(type))
                .validate(written);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAsTheSame(EventType type) {
        Object sample = Samples.of(type);

        Object read = Json.read(Json.bytes(sample), type.payload());

        assertThat(read).isEqualTo(sample);
    }

    private ObjectNode schema(EventType type) {
        ObjectNode schema = generator.generateSchema(type.payload());
        schema.put("$id", "urn:demarc:" + type.ceType());
        return schema;
    }

    private static String pretty(JsonNode schema) throws IOException {
        return Json.MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(schema) + "\n";
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                        JacksonOption.INCLUDE_ONLY_JSONPROPERTY_ANNOTATED_METHODS))
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            Class<?> raw = type.getErasedType();
            ObjectNode text = context.getGeneratorConfig().createObjectNode();
            if (raw == Instant.class) {
                return custom(text.put("type", "string").put("format", "date-time"));
            }
            if (raw == LocalDate.class) {
                return custom(text.put("type", "string").put("format", "date"));
            }
            if (isWrittenAsNumbers(raw)) {
                ArrayNode accepted = text.put("type", "integer").putArray("enum");
                Arrays.stream(raw.getEnumConstants())
                        .map(Json.MAPPER::<JsonNode>valueToTree)
                        .forEach(accepted::add);
                return custom(text);
            }
            boolean written = Arrays.stream(raw.getDeclaredMethods())
                    .anyMatch(m -> m.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonValue.class));
            return written ? custom(text.put("type", "string")) : null;
        });
        return new SchemaGenerator(config.build());
    }

    private static boolean isWrittenAsNumbers(Class<?> type) {
        return type.isEnum()
                && Json.MAPPER.valueToTree(type.getEnumConstants()[0]).isNumber();
    }

    private static com.github.victools.jsonschema.generator.CustomDefinition custom(ObjectNode node) {
        return new com.github.victools.jsonschema.generator.CustomDefinition(
                node,
                com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType.INLINE,
                com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion.NO);
    }
}
