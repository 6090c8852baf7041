package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Understands one JSON value of a file, whoever wrote it, and refuses what cannot be. */
final class ItemReader {
    private final CanonicalItem canonical;
    private final Supplier<AwsConfigItem> awsConfig;
    private final KnownRegions regions;
    private final Instant latest;

    /**
     * @param facts of the whole file, asked for once it has an item of AWS Config
     * @param latest the last time that is believed
     */
    ItemReader(Set<String> types, Supplier<AwsConfigFacts> facts, KnownRegions regions, Instant latest) {
        this.canonical = new CanonicalItem(types);
        this.awsConfig = () -> new AwsConfigItem(types, facts.get());
        this.regions = regions;
        this.latest = latest;
    }

    /** Null for what is understood and says nothing. */
    @Nullable
    Entry entry(String place, JsonNode node) {
        if (!node.isObject()) {
            return new Entry.Fault(place, null, "not a JSON object");
        }
        Entry entry = AwsConfigItem.isOne(node) ? awsConfig.get().entry(place, node) : canonical.entry(place, node);
        if (entry instanceof Entry.Item item) {
            return checked(item, place, item.resource().scope(), item.resource().configurationItemCaptureTime());
        }
        return entry instanceof Entry.OfScope scope ? checked(scope, place, scope.scope(), scope.observedAt()) : entry;
    }

    private Entry checked(Entry entry, String place, Scope scope, Instant observedAt) {
        try {
            regions.demand(scope.region());
        } catch (IllegalArgumentException e) {
            return new Entry.Refused(place, String.valueOf(e.getMessage()));
        }
        return observedAt.isAfter(latest)
                ? new Entry.Fault(
                        place,
                        scope,
                        "observed at %s, which is in the future; accepted: up to %s".formatted(observedAt, latest))
                : entry;
    }
}
