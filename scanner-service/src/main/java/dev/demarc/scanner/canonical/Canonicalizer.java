package dev.demarc.scanner.canonical;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last step before the bus, for every source: what the type's data names passes, and nothing else; nothing secret,
 * sets sorted. What is canonical stays as it is.
 */
public final class Canonicalizer {
    private static final String CONFIGURATION = "configuration";
    private static final String SUPPLEMENTARY = "supplementaryConfiguration";

    private final KeyedHash hash;
    private final Treatments treatments;
    private final CanonicalDigest digest;
    private final Set<String> keptTags;
    private final Map<String, TypeRules> rules = new ConcurrentHashMap<>();

    /** @param keptTags keys of tags, in lower case, whose values stay readable; {@code *} for all */
    public Canonicalizer(KeyedHash hash, Set<String> keptTags) {
        this.hash = hash;
        this.treatments = new Treatments(hash);
        this.digest = new CanonicalDigest(hash);
        this.keptTags = Set.copyOf(keptTags);
    }

    public CanonicalItem canonical(ResourceConfiguration item) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put(CONFIGURATION, Trees.object(item.configuration()));
        tree.put(SUPPLEMENTARY, Trees.object(item.supplementaryConfiguration()));
        PolicyConditions.mask(tree);
        TypeRules ofType = rules.computeIfAbsent(item.resourceType(), TypeRules::of);
        ofType.apply(tree, treatments);
        List<Unread> unread = item.unread().stream()
                .filter(each -> each.path().indexOf('.') < 0 || ofType.lets(each.path()))
                .toList();
        return form(item, part(tree, CONFIGURATION), part(tree, SUPPLEMENTARY), unread);
    }

    /** The resource without what was read of it, for a reason that is no matter of permission. */
    public CanonicalItem unread(ResourceConfiguration item, String reason) {
        return form(
                item,
                Map.of(),
                Map.of(),
                List.of(new Unread(CONFIGURATION, reason, null), new Unread(SUPPLEMENTARY, reason, null)));
    }

    private CanonicalItem form(
            ResourceConfiguration item,
            Map<String, @Nullable Object> configuration,
            Map<String, @Nullable Object> supplementary,
            List<Unread> unread) {
        ResourceConfiguration resource = new ResourceConfiguration(
                item.accountId(),
                item.awsRegion(),
                item.resourceType(),
                item.resourceId(),
                item.arn(),
                name(item.resourceName()),
                tags(item.tags()),
                item.configurationItemCaptureTime(),
                configuration,
                supplementary,
                item.relationships(),
                unread);
        return new CanonicalItem(resource, digest);
    }

    /** Some types take their name from a tag, where anything may stand. */
    private static @Nullable String name(@Nullable String name) {
        return name != null && SecretText.in(name) ? Treatments.MASKED : name;
    }

    private Map<String, String> tags(Map<String, String> tags) {
        Map<String, String> treated = new TreeMap<>();
        tags.forEach((key, value) -> treated.put(key, tag(key.toLowerCase(Locale.ROOT), value)));
        return treated;
    }

    private String tag(String key, String value) {
        boolean kept = keptTags.contains("*") || keptTags.contains(key) || key.startsWith("aws:");
        if (!kept) {
            return hash.of(value);
        }
        return SecretText.in(value) ? Treatments.MASKED : value;
    }

    @SuppressWarnings("unchecked") // every object of a tree has text keys
    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> part ? (Map<String, @Nullable Object>) part : Map.of();
    }
}
