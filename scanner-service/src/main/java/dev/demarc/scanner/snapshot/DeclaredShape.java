package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.ShapeForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A type that a data file describes: {@code config-shapes/AWS-KMS-Key.json}. Its configuration becomes the form of an
 * SDK shape; whatever of it AWS Config did not send is unread, so that nothing is taken for absent that nobody asked for.
 *
 * @param shape the SDK's class of the configuration, below {@code software.amazon.awssdk.services}; null where it is
 *     the {@code members} alone
 * @param members the members that collectors keep, all of the shape's where it is empty
 * @param names what AWS Config calls a member, where it is not the SDK's name in another case
 * @param values what AWS Config calls a member's values, where they are not the SDK's
 * @param none members that AWS Config leaves out where AWS has none
 * @param terse whether AWS Config leaves out, at any depth below a member, what AWS has none of
 * @param documents members that are JSON documents
 * @param kept of the objects of a list, those that are kept: the ones of which a member is true
 * @param id the member that collectors call the resource by, where it is not AWS Config's id; {@code ARN} for the item's
 * @param skipped resources that are of other types in truth, by values of a member
 * @param supplementary what AWS Config has of the supplementary configuration
 * @param unread what it has not of it, or by its whole path what it has in a form of its own
 */
record DeclaredShape(
        @Nullable String shape,
        List<String> members,
        Map<String, String> names,
        Map<String, Map<String, Object>> values,
        List<String> none,
        boolean terse,
        List<ConfigPath> documents,
        Map<String, String> kept,
        @Nullable String id,
        Map<String, List<String>> skipped,
        Map<String, Beside> supplementary,
        List<String> unread)
        implements ConfigShape {
    /** As an id: the ARN of the item's envelope. */
    private static final String ARN = "ARN";

    static final String NOT_RECORDED = "AWS Config does not record it";
    static final String LEFT_OUT = "AWS Config's item leaves it out, as it does where AWS has none";

    private static final String SERVICES = "software.amazon.awssdk.services.";
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(DeclaredShape.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Map<String, Optional<DeclaredShape>> KNOWN = new ConcurrentHashMap<>();

    /**
     * One member of the supplementary configuration.
     *
     * @param from where AWS Config has it: in its supplementary configuration, else in its configuration
     * @param shape the SDK's class of it; null where it is taken as it is
     * @param document whether it is a JSON document
     * @param none whether AWS Config leaves it out where AWS has none
     * @param as the member that a bare value becomes
     */
    record Beside(
            ConfigPath from,
            @Nullable String shape,
            boolean document,
            boolean none,
            @Nullable String as) {
        private @Nullable Object form(Object value) {
            if (document) {
                return ConfigJson.document(from.toString(), value);
            }
            if (shape != null) {
                return ShapeForm.whole(SdkShapes.named(SERVICES + shape), ConfigJson.object(from.toString(), value));
            }
            Object decoded = value instanceof String text ? Documents.decoded(text) : value;
            return as == null || decoded instanceof Map
                    ? decoded
                    : new TreeMap<>(Map.of(as, Boolean.valueOf(String.valueOf(decoded))));
        }
    }

    DeclaredShape {
        members = members == null ? List.of() : List.copyOf(members);
        names = names == null ? Map.of() : Map.copyOf(names);
        values = values == null ? Map.of() : Map.copyOf(values);
        none = none == null ? List.of() : List.copyOf(none);
        documents = documents == null ? List.of() : List.copyOf(documents);
        kept = kept == null ? Map.of() : Map.copyOf(kept);
        skipped = skipped == null ? Map.of() : Map.copyOf(skipped);
        supplementary = supplementary == null ? Map.of() : Map.copyOf(supplementary);
        unread = unread == null ? List.of() : List.copyOf(unread);
    }

    /** Null where no file describes the type. */
    static @Nullable DeclaredShape of(String type) {
        return KNOWN.computeIfAbsent(type, DeclaredShape::read).orElse(null);
    }

    private static Optional<DeclaredShape> read(String type) {
        String file = "/config-shapes/" + type.replace("::", "-") + ".json";
        try (InputStream data = DeclaredShape.class.getResourceAsStream(file)) {
            return data == null ? Optional.empty() : Optional.of(READER.readValue(data));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @Override
    public Form form(String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> beside) {
        List<Unread> missing = new ArrayList<>();
        Map<String, @Nullable Object> form = configuration(configuration, missing);
        documents.forEach(document -> document.replace(form, DeclaredShape::document));
        kept.forEach((list, member) -> form.computeIfPresent(list, (name, value) -> kept(name, value, member)));
        Map<String, @Nullable Object> supplementaryForm = new TreeMap<>();
        supplementary.forEach((name, one) -> {
            Object value =
                    one.from().in(beside).or(() -> one.from().in(configuration)).orElse(null);
            if (value != null || one.none()) {
                supplementaryForm.put(name, value == null ? null : one.form(value));
            } else {
                missing.add(leftOut("supplementaryConfiguration." + name));
            }
        });
        unread.forEach(
                name -> missing.add(notRecorded(name.contains(".") ? name : "supplementaryConfiguration." + name)));
        return new Form(form, supplementaryForm, missing);
    }

    @Override
    public boolean isOfOtherService(Map<String, @Nullable Object> configuration) {
        return skipped.entrySet().stream()
                .anyMatch(one -> one.getValue().contains(String.valueOf(configuration.get(one.getKey()))));
    }

    @Override
    public @Nullable String id(Map<String, @Nullable Object> configuration, @Nullable String arn) {
        if (ARN.equals(id)) {
            return arn;
        }
        return id == null
                ? null
                : ConfigPath.valueOf(id).in(configuration).map(Object::toString).orElse(null);
    }

    private Map<String, @Nullable Object> configuration(
            Map<String, @Nullable Object> configuration, List<Unread> missing) {
        Map<String, @Nullable Object> given = kept(given(configuration));
        Map<String, @Nullable Object> shaped = shape == null ? given : shaped(SdkShapes.named(SERVICES + shape), given);
        Map<String, @Nullable Object> form = new TreeMap<>();
        for (String name : members.isEmpty() ? SdkShapes.members(SERVICES + shape) : members) {
            Object value = shape == null ? plain(shaped.get(name.toLowerCase(Locale.ROOT))) : shaped.get(name);
            if (value != null || given.containsKey(name.toLowerCase(Locale.ROOT)) || none.contains(name)) {
                form.put(name, value);
            } else {
                missing.add(leftOut("configuration." + name));
            }
        }
        return form;
    }

    /** Members that nobody keeps need not be what the shape says. */
    private Map<String, @Nullable Object> kept(Map<String, @Nullable Object> given) {
        if (!members.isEmpty()) {
            given.keySet()
                    .retainAll(members.stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList());
        }
        return given;
    }

    /** By name in lower case, each called as the SDK calls it. */
    private Map<String, @Nullable Object> given(Map<String, @Nullable Object> configuration) {
        Map<String, @Nullable Object> given = new TreeMap<>();
        configuration.forEach((name, value) -> given.put(name.toLowerCase(Locale.ROOT), value));
        names.forEach((name, theirs) -> ConfigPath.valueOf(theirs)
                .in(configuration)
                .ifPresent(value -> given.put(
                        name.toLowerCase(Locale.ROOT),
                        values.getOrDefault(name, Map.of()).getOrDefault(value.toString(), value))));
        return given;
    }

    private Map<String, @Nullable Object> shaped(SdkPojo pojo, Map<String, @Nullable Object> given) {
        return terse ? ShapeForm.whole(pojo, given) : ShapeForm.of(pojo, given);
    }

    /** As collectors keep the attributes that AWS writes as text. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? null : text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
        }
        return value;
    }

    private static Unread notRecorded(String path) {
        return new Unread(path, NOT_RECORDED, null);
    }

    private static Unread leftOut(String path) {
        return new Unread(path, LEFT_OUT, null);
    }

    private static @Nullable Object document(@Nullable Object value) {
        return value == null ? null : ConfigJson.document("a document", value);
    }

    private static Object kept(String name, @Nullable Object value, String member) {
        if (!(value instanceof Collection<?> list)) {
            throw new IllegalArgumentException("%s is not a list".formatted(name));
        }
        return list.stream()
                .map(one -> ConfigJson.object(name, one))
                .filter(one -> Boolean.TRUE.equals(one.get(member)))
                .<@Nullable Object>map(LinkedHashMap::new)
                .toList();
    }
}
