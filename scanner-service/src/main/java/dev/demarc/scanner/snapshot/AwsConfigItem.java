package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings one of AWS Config's configuration items into the canonical form. Its relationships are left out: they repeat
 * what the configuration says, and no other source has them.
 */
final class AwsConfigItem {
    private static final Set<String> NOT_THERE =
            Set.of("ResourceDeleted", "ResourceDeletedNotRecorded", "ResourceNotRecorded");

    /** Compliance is called by the type and id of what it is about. */
    private static final Pattern ABOUT = Pattern.compile("AWS::[A-Za-z0-9]+::[A-Za-z0-9]+/");

    private final Set<String> types;
    private final @Nullable Instant delivery;

    /** @param delivery when the snapshot was delivered; null where only the items tell a time */
    AwsConfigItem(Set<String> types, @Nullable Instant delivery) {
        this.types = types;
        this.delivery = delivery;
    }

    /** Null for an item that says that its resource is gone, or that is of another service. */
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
        ConfigShape shape = ConfigShapes.of(type);
        if (shape == null || !types.contains(type)) {
            return new Entry.Foreign(type, place);
        }
        try {
            ResourceConfiguration resource = resource(item, scope, shape);
            return resource == null ? null : new Entry.Item(resource);
        } catch (IllegalArgumentException e) {
            return new Entry.Fault(place, scope, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ResourceConfiguration resource(JsonNode item, Scope scope, ConfigShape shape) {
        Map<String, @Nullable Object> configuration = ConfigJson.object("configuration", item.path("configuration"));
        if (shape.isOfOtherService(configuration)) {
            return null;
        }
        Map<String, @Nullable Object> supplementary =
                ConfigJson.object("supplementaryConfiguration", item.path("supplementaryConfiguration"));
        ConfigShape.Form form = shape.form(scope.region(), configuration, supplementary);
        Map<String, String> tags = ConfigTags.of(item.path("tags"), configuration, supplementary);
        String name = text(item, "resourceName");
        String arn = text(item, "ARN", "arn");
        String id = shape.id(configuration, arn);
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                scope.type(),
                id == null ? ABOUT.matcher(item.path("resourceId").asText()).replaceFirst("") : id,
                arn,
                name == null ? tags.get("Name") : name,
                tags,
                observed(item),
                form.configuration(),
                form.supplementaryConfiguration(),
                List.of(),
                form.unread());
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
}
