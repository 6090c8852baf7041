package dev.demarc.local.sample;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource configuration in the making. */
final class Item {
    private final Scope scope;
    private String id;
    private String arn;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> configuration = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> supplementary = new LinkedHashMap<>();
    private final List<Unread> unread = new ArrayList<>();

    Item(Scope scope, String id, String arn) {
        this.scope = scope;
        this.id = id;
        this.arn = arn;
    }

    Item renamed(String newId, String newArn) {
        id = newId;
        arn = newArn;
        return this;
    }

    Item tag(String name, @Nullable String value) {
        if (value != null) {
            tags.put(name, value);
        }
        return this;
    }

    Item with(String name, @Nullable Object value) {
        configuration.put(name, value);
        return this;
    }

    Item beside(String name, @Nullable Object value) {
        supplementary.put(name, value);
        return this;
    }

    /** Nobody could read {@code name}: it is absent, and the item says which permission would mend that. */
    Item denied(String name, String permission) {
        supplementary.remove(name);
        unread.add(new Unread("supplementaryConfiguration." + name, "access denied", permission));
        return this;
    }

    /** What was put in or beside the configuration under {@code name}. */
    @Nullable
    Object said(String name) {
        return configuration.containsKey(name) ? configuration.get(name) : supplementary.get(name);
    }

    /** The named parts of the configuration. */
    Map<String, @Nullable Object> only(String... names) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        for (String name : names) {
            part.put(name, configuration.get(name));
        }
        return part;
    }

    Map<String, String> tags() {
        return Map.copyOf(tags);
    }

    Scope scope() {
        return scope;
    }

    String id() {
        return id;
    }

    ResourceConfiguration observedAt(Instant time) {
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                scope.type(),
                id,
                arn,
                tags.getOrDefault("Name", id),
                Map.copyOf(tags),
                time,
                configuration,
                supplementary,
                List.of(),
                unread);
    }
}
