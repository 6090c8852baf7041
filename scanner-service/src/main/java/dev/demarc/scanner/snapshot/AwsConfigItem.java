package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
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
    private final AwsConfigFacts facts;

    AwsConfigItem(Set<String> types, AwsConfigFacts facts) {
        this.types = types;
        this.facts = facts;
    }

    /** Whether AWS Config wrote it: as in its files, or as its API answers. */
    static boolean isOne(JsonNode node) {
        return node.has("awsAccountId")
                || node.has("configurationItemStatus")
                || node.has("configurationStateId")
                || (node.has("resourceType") && node.path("configuration").isTextual());
    }

    static String type(JsonNode item) {
        return item.path("resourceType").asText();
    }

    static String account(JsonNode item) {
        return item.path(item.has("awsAccountId") ? "awsAccountId" : "accountId")
                .asText();
    }

    static boolean isGone(JsonNode item) {
        return NOT_THERE.contains(item.path("configurationItemStatus").asText());
    }

    /** Null for an item that says that its resource is gone, or that is read with others, or of another service. */
    @Nullable
    Entry entry(String place, JsonNode item) {
        String type = type(item);
        if (isGone(item) || type.equals(ConfigBucket.ACCOUNT_ACCESS_BLOCK)) {
            return null;
        }
        ConfigShape shape = types.contains(type) ? ConfigShapes.of(type) : null;
        if (shape == null) {
            return new Entry.Foreign(type, place);
        }
        Scope scope;
        try {
            scope = new Scope(account(item), item.path("awsRegion").asText(), type);
        } catch (IllegalArgumentException e) {
            return new Entry.Fault(place, null, String.valueOf(e.getMessage()));
        }
        try {
            ResourceConfiguration resource = resource(item, scope, shape);
            return resource == null ? null : new Entry.Item(place, resource);
        } catch (IllegalArgumentException e) {
            return new Entry.Fault(place, scope, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ResourceConfiguration resource(JsonNode item, Scope scope, ConfigShape shape) {
        Map<String, @Nullable Object> configuration = ConfigJson.object("configuration", item.path("configuration"));
        if (shape.isOfOtherService(configuration)) {
            return null;
        }
        Map<String, @Nullable Object> supplementary = facts.joined(
                scope.type(),
                scope.account(),
                ConfigJson.object("supplementaryConfiguration", item.path("supplementaryConfiguration")));
        ConfigShape.Form form = shape.form(scope.region(), configuration, supplementary);
        Map<String, String> tags = ConfigTags.of(item.path("tags"), configuration, supplementary);
        String name = text(item, "resourceName");
        String arn = text(item, "ARN", "arn");
        String id = shape.id(configuration, arn);
        Delivery delivery = facts.delivery()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no item has a configurationItemCaptureTime; accepted: one, or --observed-at"));
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                scope.type(),
                id == null ? ABOUT.matcher(item.path("resourceId").asText()).replaceFirst("") : id,
                arn,
                name == null ? tags.get("Name") : name,
                tags,
                delivery.at(),
                form.configuration(),
                form.supplementaryConfiguration(),
                List.of(),
                form.unread());
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
