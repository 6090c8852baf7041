package dev.demarc.contracts.resource;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.demarc.contracts.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it was observed, in the envelope of AWS Config's configuration item and, inside, in our canonical
 * form: lowerCamelCase names as the AWS SDK v2's accessors have them, JSON documents parsed, times as RFC 3339 text.
 * {@code null} says that AWS has none; what is absent was not asked for; what could not be read is in {@code unread}.
 * In its JSON the time of observation stands last, so that all before it is what it was observed to be.
 *
 * @param configurationItemCaptureTime when it was observed: taken before the call that read it
 * @param configuration a JSON object: maps, lists, strings, longs, doubles, booleans and nulls
 * @param supplementaryConfiguration what further calls and joined resources say, by name
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html">ConfigurationItem</a>
 */
@JsonPropertyOrder({
    "accountId",
    "awsRegion",
    "resourceType",
    "resourceId",
    "arn",
    "resourceName",
    "tags",
    "configuration",
    "supplementaryConfiguration",
    "relationships",
    "unread",
    "configurationItemCaptureTime"
})
public record ResourceConfiguration(
        String accountId,
        String awsRegion,
        String resourceType,
        String resourceId,
        @Nullable String arn,
        @Nullable String resourceName,
        Map<String, String> tags,
        Instant configurationItemCaptureTime,
        Map<String, @Nullable Object> configuration,
        Map<String, @Nullable Object> supplementaryConfiguration,
        List<Relationship> relationships,
        List<Unread> unread) {
    /**
     * How far the time of a configuration, or of a listing, may be ahead of who reads it: clocks are off, and what is
     * from the future would silence all that comes before it.
     */
    public static final Duration MOST_AHEAD = Duration.ofDays(1);

    public ResourceConfiguration {
        Require.text(resourceId, "resourceId");
        Require.storable(resourceId, "resourceId");
        Require.storable(arn, "arn");
        Require.storable(resourceName, "resourceName");
        Require.present(configurationItemCaptureTime, "configurationItemCaptureTime");
        tags = tags == null ? Map.of() : Collections.unmodifiableMap(tags);
        tags.forEach(ResourceConfiguration::requireStorable);
        configuration = configuration == null ? Map.of() : Collections.unmodifiableMap(configuration);
        supplementaryConfiguration =
                supplementaryConfiguration == null ? Map.of() : Collections.unmodifiableMap(supplementaryConfiguration);
        relationships = relationships == null ? List.of() : List.copyOf(relationships);
        unread = unread == null ? List.of() : List.copyOf(unread);
        new Scope(accountId, awsRegion, resourceType);
    }

    private static void requireStorable(String key, @Nullable String value) {
        Require.storable(key, "a tag's key");
        Require.storable(value, "tag " + key);
    }

    @JsonIgnore
    public Scope scope() {
        return new Scope(accountId, awsRegion, resourceType);
    }

    @JsonIgnore
    public ResourceKey key() {
        return ResourceKey.of(scope(), resourceId);
    }
}
