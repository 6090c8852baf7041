package dev.demarc.catalog.content;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small resource that shows what an expression says of it, as {@link #NOW}.
 *
 * @param name what is special about it
 * @param source the page of AWS that says so, where it is about what AWS can do
 */
public record Example(
        String name,
        @Nullable String source,
        @Nullable String type,
        @Nullable Map<String, String> tags,
        @Nullable Map<String, @Nullable Object> configuration,
        @Nullable Map<String, @Nullable Object> supplementaryConfiguration) {
    /** The day of all examples: what is older or younger is counted from it. */
    public static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private static final String ACCOUNT = "111122223333";

    public Example {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name of the example is missing");
        }
    }

    /** @param otherwise the type where the example names none */
    public ResourceConfiguration resource(String otherwise, String region) {
        return new ResourceConfiguration(
                ACCOUNT,
                region,
                type == null ? otherwise : type,
                "example",
                null,
                name,
                tags == null ? Map.of() : tags,
                NOW,
                configuration == null ? new LinkedHashMap<>() : configuration,
                supplementaryConfiguration == null ? new LinkedHashMap<>() : supplementaryConfiguration,
                List.of(),
                List.<Unread>of());
    }
}
