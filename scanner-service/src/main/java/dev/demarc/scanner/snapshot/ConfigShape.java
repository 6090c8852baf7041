package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How AWS Config writes one resource type, and what of it is the canonical form. */
@FunctionalInterface
interface ConfigShape {
    /** A resource's two halves, and what of them AWS Config does not carry. */
    record Form(
            Map<String, @Nullable Object> configuration,
            Map<String, @Nullable Object> supplementaryConfiguration,
            List<Unread> unread) {
        public Form {
            unread = unread.stream().sorted(Comparator.comparing(Unread::path)).toList();
        }

        /** With members of the supplementary configuration that AWS Config never has. */
        static Form without(
                Map<String, @Nullable Object> configuration,
                Map<String, @Nullable Object> supplementary,
                String... never) {
            return lacking(
                    configuration,
                    supplementary,
                    Arrays.stream(never)
                            .collect(Collectors.toMap(member -> member, member -> DeclaredShape.NOT_RECORDED)));
        }

        /** @param reasons why members of the supplementary configuration are unread where they are not there */
        static Form lacking(
                Map<String, @Nullable Object> configuration,
                Map<String, @Nullable Object> supplementary,
                Map<String, String> reasons) {
            List<Unread> unread = new ArrayList<>();
            reasons.forEach((member, reason) -> {
                if (!supplementary.containsKey(member)) {
                    unread.add(new Unread("supplementaryConfiguration." + member, reason, null));
                }
            });
            return new Form(configuration, supplementary, unread);
        }
    }

    /** @throws IllegalArgumentException where a member is not what AWS Config writes; the message names it */
    Form form(String region, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementary);

    /** Whether the resource is of a type of another service that shares this one's API. */
    default boolean isOfOtherService(Map<String, @Nullable Object> configuration) {
        return false;
    }

    /** What collectors call the resource, where that is not AWS Config's id. */
    default @Nullable String id(Map<String, @Nullable Object> configuration, @Nullable String arn) {
        return null;
    }
}
