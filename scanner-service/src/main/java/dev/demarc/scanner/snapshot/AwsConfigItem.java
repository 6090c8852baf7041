package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.resource.Relationship;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings one of AWS Config's configuration items into the canonical form. */
final class AwsConfigItem {
    private static final Set<String> NOT_THERE =
            Set.of("ResourceDeleted", "ResourceDeletedNotRecorded", "ResourceNotRecorded");

    private final Set<String> types;
    private final @Nullable Instant delivery;

    /** @param delivery when the snapshot was delivered; null where only the items tell a time */
    AwsConfigItem(Set<String> types, @Nullable Instant delivery) {
        this.types = types;
        this.delivery = delivery;
    }

    /** Null for an item that says that its resource is gone. */
    @Nullable
    Entry entry(String place, JsonNode item) {
        if (!item.isObject()) {
            return new Entry.Fault(place, null, "not a JSON object");
        }
        if (NOT_THERE.contains(item.path("configurationItemStatus").asText())) {
            return null;
        }
        String type = item.path("resourceType").asText();
        Scope scope = CanonicalLines.scope(item);
        if (scope == null) {
            return new Entry.Fault(
                    place,
                    null,
                    "awsAccountId, awsRegion and resourceType are '%s', '%s', '%s'; accepted: 12 digits, a region, a type"
                            .formatted(
                                    item.path("awsAccountId").asText(),
                                    item.path("awsRegion").asText(),
                                    type));
        }
        ConfigShape shape = ConfigShape.of(type);
        if (shape == null || !types.contains(type)) {
            return new Entry.Foreign(type, place);
        }
        try {
            return new Entry.Item(resource(item, scope, shape));
        } catch (IllegalArgumentException e) {
            return new Entry.Fault(place, scope, String.valueOf(e.getMessage()));
        }
    }

    private ResourceConfiguration resource(JsonNode item, Scope scope, ConfigShape shape) {
        ConfigShape.Form form = shape.form(
                ConfigJson.object("configuration", item.path("configuration")),
                ConfigJson.object("supplementaryConfiguration", item.path("supplementaryConfiguration")));
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                scope.type(),
                item.path("resourceId").asText(),
                text(item, "ARN", "arn"),
                text(item, "resourceName"),
                tags(item.path("tags")),
                observed(item),
                form.configuration(),
                form.supplementaryConfiguration(),
                relationships(item.path("relationships")),
                List.of());
    }

    private Instant observed(JsonNode item) {
        if (delivery != null) {
            return delivery;
        }
        String time = item.path("configurationItemCaptureTime").asText();
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "configurationItemCaptureTime is '%s'; accepted: a time as RFC 3339".formatted(time), e);
        }
    }

    private static @Nullable String text(JsonNode item, String... names) {
        for (String name : names) {
            if (item.path(name).isTextual()) {
                return item.path(name).asText();
            }
        }
        return null;
    }

    private static Map<String, String> tags(JsonNode tags) {
        Map<String, String> values = new TreeMap<>();
        if (tags.isObject()) {
            tags.properties()
                    .forEach(tag -> values.put(tag.getKey(), tag.getValue().asText()));
        } else if (tags.isArray()) {
            tags.forEach(tag ->
                    values.put(tag.path("key").asText(), tag.path("value").asText()));
        }
        return values;
    }

    private static List<Relationship> relationships(JsonNode relationships) {
        List<Relationship> values = new ArrayList<>();
        for (JsonNode one : relationships) {
            String type = one.path("resourceType").asText();
            String id = one.path("resourceId").asText();
            String name = one.has("name")
                    ? one.path("name").asText()
                    : one.path("relationshipName").asText();
            if (!type.isBlank() && !id.isBlank() && !name.isBlank()) {
                values.add(new Relationship(type, id, name.strip()));
            }
        }
        return values;
    }
}
