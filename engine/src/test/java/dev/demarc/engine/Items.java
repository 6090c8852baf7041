package dev.demarc.engine;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds resource configurations from JSON text with single quotes. */
public final class Items {
    private final String type;
    private String region = "eu-central-1";
    private String configuration = "{}";
    private String supplementary = "{}";
    private Map<String, String> tags = Map.of();
    private final List<Unread> unread = new ArrayList<>();

    private Items(String type) {
        this.type = type;
    }

    public static Items aBucket() {
        return new Items("AWS::S3::Bucket");
    }

    public static Items an(String type) {
        return new Items(type);
    }

    public static Object json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Object.class);
    }

    public Items in(String region) {
        this.region = region;
        return this;
    }

    public Items configuration(String json) {
        configuration = json;
        return this;
    }

    public Items supplementary(String json) {
        supplementary = json;
        return this;
    }

    public Items tags(Map<String, String> tags) {
        this.tags = tags;
        return this;
    }

    public Items unread(String path, String reason, @Nullable String permission) {
        unread.add(new Unread(path, reason, permission));
        return this;
    }

    public ResourceConfiguration build() {
        return new ResourceConfiguration(
                "111122223333",
                region,
                type,
                "one",
                null,
                "one",
                tags,
                Instant.parse("2026-01-01T00:00:00Z"),
                object(configuration),
                object(supplementary),
                List.of(),
                unread);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(String json) {
        return (Map<String, @Nullable Object>) json(json);
    }
}
