package dev.demarc.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every schema that a record gave which members it always has: those that may not be null. What is written as
 * one value is text.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class Required implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NAMED = DotName.createSimple(JsonProperty.class);
    private static final DotName VALUE = DotName.createSimple(JsonValue.class);
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    private final IndexView index;

    public Required(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<Set<String>, List<ClassInfo>> records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(Required::members));
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                records.getOrDefault(schema.getProperties().keySet(), List.of()).stream()
                        .filter(type -> name.startsWith(type.simpleName()))
                        .findFirst()
                        .ifPresent(type -> describe(schema, type));
            }
        });
    }

    private static Set<String> members(ClassInfo type) {
        return type.recordComponents().stream().map(Required::member).collect(Collectors.toSet());
    }

    private static String member(RecordComponentInfo component) {
        AnnotationInstance named = component.accessor().annotation(NAMED);
        return named == null ? component.name() : named.value().asString();
    }

    private static void describe(Schema schema, ClassInfo type) {
        if (type.methods().stream().anyMatch(method -> method.hasAnnotation(VALUE))) {
            schema.setProperties(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            return;
        }
        schema.setRequired(type.recordComponents().stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .filter(component -> !component.type().name().equals(OPTIONAL))
                .map(Required::member)
                .toList());
    }
}
