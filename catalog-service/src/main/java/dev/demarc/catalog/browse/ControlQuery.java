package dev.demarc.catalog.browse;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.shell.problem.RefusedValueException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Filters and page of a list of controls. */
final class ControlQuery {
    @RestQuery
    @Parameter(description = "Id of a service", example = "s3")
    @Nullable
    String service;

    @RestQuery
    @Parameter(description = "A resource type", example = "AWS::S3::Bucket")
    @Nullable
    String type;

    @RestQuery
    @Parameter(description = "Id of a layer", example = "data")
    @Nullable
    String layer;

    @RestQuery
    @Parameter(description = "Id of a framework that the control maps to", example = "cis-aws-7.0")
    @Nullable
    String framework;

    @RestQuery
    @Parameter(description = "A severity", schema = @Schema(enumeration = {"critical", "high", "medium", "low"}))
    @Nullable
    String severity;

    @RestQuery
    @Parameter(description = "A category", schema = @Schema(enumeration = {"INHERITED", "SHARED", "CUSTOMER_SPECIFIC"}))
    @Nullable
    String category;

    @RestQuery
    @Parameter(description = "Where the page before ended: its `next`", example = "12")
    @Nullable
    String cursor;

    @RestQuery
    @Parameter(description = "How many, 1 to 1000; 100 if not given", example = "50")
    @Nullable
    String limit;

    Page<Control> page(List<Control> all) {
        int size = PageParameters.limit(limit);
        int after = PageParameters.after(cursor);
        List<Control> matching = all.stream()
                .filter(this::matches)
                .sorted(Comparator.comparingInt(Control::number))
                .toList();
        List<Control> rest =
                matching.stream().filter(control -> control.number() > after).toList();
        List<Control> page = rest.stream().limit(size).toList();
        String next =
                rest.size() > size ? Integer.toString(page.get(page.size() - 1).number()) : null;
        return new Page<>(page, next, (long) matching.size());
    }

    private boolean matches(Control control) {
        Severity wantedSeverity = choice("severity", severity, Severity.class);
        Category wantedCategory = choice("category", category, Category.class);
        return (service == null || Objects.equals(service, control.service()))
                && (type == null || Objects.equals(type, control.type()))
                && (layer == null || layer.equals(control.layer()))
                && (framework == null || control.maps().containsKey(framework))
                && (wantedSeverity == null || wantedSeverity == control.severity())
                && (wantedCategory == null || wantedCategory == control.category());
    }

    private static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String value, Class<E> choices) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new RefusedValueException(
                        name,
                        value,
                        String.join(
                                        ", ",
                                        Arrays.stream(choices.getEnumConstants())
                                                .map(Enum::name)
                                                .toList())
                                .toLowerCase(Locale.ROOT)));
    }
}
