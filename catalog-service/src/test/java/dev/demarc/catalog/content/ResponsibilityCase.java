package dev.demarc.catalog.content;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.engine.LayerResponsibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small resource of a service, and whose its layers are.
 *
 * @param name what is special about it
 * @param region {@code eu-central-1} where it names none
 * @param layers each layer that a variant decides or cannot decide; all others are as the service's
 */
record ResponsibilityCase(
        String name,
        String type,
        @Nullable String region,
        @Nullable Map<String, String> tags,
        @Nullable Map<String, @Nullable Object> configuration,
        @Nullable Map<String, @Nullable Object> supplementaryConfiguration,
        @Nullable List<Unread> unread,
        Map<String, Expected> layers) {

    /**
     * Whose one layer is.
     *
     * @param by the variant that decides; null where the service's rule stays
     * @param undecided the variant that cannot tell; null where decided
     * @param path what that variant could not read
     * @param owner the account that answers for it, where it is not the resource's own
     */
    record Expected(
            Party party,
            @Nullable String by,
            @Nullable String undecided,
            @Nullable String path,
            @Nullable String owner) {
        static Expected of(LayerResponsibility layer) {
            return new Expected(
                    layer.responsibility().party(),
                    variant(layer.decidedBy()),
                    layer.undecided() == null ? null : variant(layer.undecided().rule()),
                    layer.undecided() == null ? null : layer.undecided().path(),
                    layer.owner() == null ? null : layer.owner().account());
        }

        private static @Nullable String variant(String place) {
            return place.startsWith("variant:") ? place.replaceAll("variant:[^/]*/", "") : null;
        }
    }

    static Map<String, Expected> decided(List<LayerResponsibility> layers) {
        return layers.stream()
                .filter(layer -> layer.undecided() != null || layer.decidedBy().startsWith("variant:"))
                .collect(Collectors.toMap(layer -> layer.layer().id(), Expected::of, (a, b) -> a, LinkedHashMap::new));
    }

    ResourceConfiguration resource() {
        return new ResourceConfiguration(
                "111122223333",
                region == null ? "eu-central-1" : region,
                type,
                "case",
                null,
                name,
                tags == null ? Map.of() : tags,
                Example.NOW,
                configuration == null ? Map.of() : configuration,
                supplementaryConfiguration == null ? Map.of() : supplementaryConfiguration,
                List.of(),
                unread == null ? List.of() : unread);
    }
}
