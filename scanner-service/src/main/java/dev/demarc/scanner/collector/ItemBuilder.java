package dev.demarc.scanner.collector;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts one resource together: what the listing said, then detail by detail, each of which may be refused. */
public final class ItemBuilder {
    private final Scope scope;
    private final @Nullable String resourceId;
    private final Instant observedAt;
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, @Nullable Object> supplementary = new TreeMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private Map<String, @Nullable Object> configuration = Map.of();
    private @Nullable String arn;
    private @Nullable String name;

    ItemBuilder(Scope scope, @Nullable String resourceId, Instant observedAt) {
        this.scope = scope;
        this.resourceId = resourceId;
        this.observedAt = observedAt;
    }

    /** Also what the item is called where its listing gives it no id. */
    ItemBuilder arn(@Nullable String value) {
        arn = value;
        return this;
    }

    ItemBuilder name(@Nullable String value) {
        name = value;
        return this;
    }

    ItemBuilder configuration(Map<String, @Nullable Object> value) {
        configuration = value;
        return this;
    }

    /** Reads it by a call of its own; refused, all of it is unread. */
    ItemBuilder configuration(String permission, Supplier<Map<String, @Nullable Object>> call) {
        attempt("configuration", permission, Set.of(), () -> {
            configuration = call.get();
            return null;
        });
        return this;
    }

    /** Takes over what one call read of it together with others. */
    ItemBuilder configuration(Joined<?> joined, Supplier<Map<String, @Nullable Object>> value) {
        AwsFault fault = joined.fault();
        if (fault == null) {
            return configuration(joined.permission(), value);
        }
        unread("configuration", fault, joined.permission());
        return this;
    }

    <T> ItemBuilder tags(Collection<T> values, Function<T, String> key, Function<T, String> value) {
        for (T tag : values) {
            String name = key.apply(tag);
            if (name != null) {
                tags.put(name, Objects.requireNonNullElse(value.apply(tag), ""));
            }
        }
        return this;
    }

    /** Reads the tags by a call of its own; refused, every tag is unread. */
    <T> ItemBuilder tags(
            String permission,
            Set<String> absent,
            Function<T, String> key,
            Function<T, String> value,
            Supplier<? extends Collection<T>> call) {
        attempt("tags", permission, absent, () -> {
            tags(call.get(), key, value);
            return null;
        });
        return this;
    }

    /** Takes over tags that were read once for many items. */
    ItemBuilder tags(Joined<?> joined, Supplier<Map<String, String>> value) {
        AwsFault fault = joined.fault();
        if (fault == null) {
            return tags(joined.permission(), Set.of(), Map.Entry::getKey, Map.Entry::getValue, () -> value.get()
                    .entrySet());
        }
        unread("tags", fault, joined.permission());
        return this;
    }

    /** @param absent AWS's error codes that say that there is none */
    ItemBuilder detail(String member, String permission, Set<String> absent, Supplier<@Nullable Object> call) {
        String path = "supplementaryConfiguration." + member;
        int before = unread.size();
        Object value = attempt(path, permission, absent, call);
        if (unread.size() == before) {
            supplementary.put(member, value);
        }
        return this;
    }

    ItemBuilder detail(String member, String permission, Supplier<@Nullable Object> call) {
        return detail(member, permission, Set.of(), call);
    }

    /** Takes over what was read once for many items. */
    ItemBuilder detail(String member, Joined<?> joined, Supplier<@Nullable Object> value) {
        AwsFault fault = joined.fault();
        if (fault == null) {
            return detail(member, joined.permission(), Set.of(), value);
        }
        unread("supplementaryConfiguration." + member, fault, joined.permission());
        return this;
    }

    /** Says why a detail could not be asked for, where no permission would mend it. */
    ItemBuilder unread(String member, String reason) {
        unread.add(new Unread("supplementaryConfiguration." + member, reason, null));
        return this;
    }

    /** Takes back what was read of it: it is known to be there, and no more. */
    ItemBuilder unread(String reason) {
        configuration = Map.of();
        supplementary.clear();
        unread.clear();
        List.of("configuration", "supplementaryConfiguration")
                .forEach(path -> unread.add(new Unread(path, reason, null)));
        return this;
    }

    boolean hasName() {
        return !identity().isBlank();
    }

    private String identity() {
        return Objects.requireNonNullElse(resourceId, Objects.requireNonNullElse(arn, ""));
    }

    ResourceConfiguration build() {
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                scope.type(),
                identity(),
                arn,
                name,
                tags,
                observedAt,
                configuration,
                supplementary,
                List.of(),
                unread);
    }

    private @Nullable Object attempt(
            String path, String permission, Set<String> absent, Supplier<@Nullable Object> call) {
        try {
            return call.get();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            AwsFault fault = AwsFault.of(e);
            if (!absent.contains(fault.code())) {
                unread(path, fault, permission);
            }
        } catch (IllegalArgumentException e) {
            unread.add(new Unread(path, String.valueOf(e.getMessage()), null));
        } catch (RuntimeException e) {
            if (Shortcoming.isOfTheWholeReading(e)) {
                throw e;
            }
            unread.add(new Unread(path, Shortcoming.of(e), null));
        }
        return null;
    }

    private void unread(String path, AwsFault fault, String permission) {
        unread.add(new Unread(path, fault.reason(), fault.kind() == AwsFault.Kind.DENIED ? permission : null));
    }
}
