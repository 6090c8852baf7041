package dev.demarc.scanner.snapshot;

import dev.demarc.scanner.canonical.ShapeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.AbortIncompleteMultipartUpload;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.Transition;

/** A bucket's lifecycle rules, which AWS Config writes as the first AWS SDK for Java had them. */
final class ConfigLifecycle {
    private ConfigLifecycle() {}

    static Map<String, @Nullable Object> form(Map<String, @Nullable Object> lifecycle) {
        List<@Nullable Object> rules = new ArrayList<>();
        ConfigJson.list(lifecycle, "rules").forEach(rule -> rules.add(rule(ConfigJson.object("rules", rule))));
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("rules", rules);
        return form;
    }

    private static Map<String, @Nullable Object> rule(Map<String, @Nullable Object> rule) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("id", rule.get("id"));
        form.put("prefix", rule.get("prefix"));
        form.put("status", rule.get("status"));
        form.put("filter", filter(rule));
        form.put("expiration", expiration(rule));
        form.put("noncurrentVersionExpiration", noncurrentExpiration(rule));
        form.put("transitions", transitions(rule));
        form.put("noncurrentVersionTransitions", noncurrentTransitions(rule));
        Map<String, @Nullable Object> abort = ConfigJson.member(rule, "abortIncompleteMultipartUpload");
        form.put(
                "abortIncompleteMultipartUpload",
                abort == null
                        ? null
                        : ShapeForm.whole(
                                AbortIncompleteMultipartUpload.builder().build(), abort));
        return form;
    }

    private static @Nullable Object expiration(Map<String, @Nullable Object> rule) {
        Map<String, @Nullable Object> given = new TreeMap<>();
        given.put("days", days(rule, "expirationInDays"));
        given.put("date", rule.get("expirationDate"));
        given.put(
                "expiredObjectDeleteMarker", Boolean.TRUE.equals(rule.get("expiredObjectDeleteMarker")) ? true : null);
        return given.values().stream().allMatch(java.util.Objects::isNull)
                ? null
                : ShapeForm.whole(LifecycleExpiration.builder().build(), given);
    }

    private static @Nullable Object noncurrentExpiration(Map<String, @Nullable Object> rule) {
        Object days = days(rule, "noncurrentVersionExpirationInDays");
        return days == null
                ? null
                : ShapeForm.of(NoncurrentVersionExpiration.builder().build(), Map.of("noncurrentDays", days));
    }

    private static List<@Nullable Object> transitions(Map<String, @Nullable Object> rule) {
        List<@Nullable Object> form = new ArrayList<>();
        ConfigJson.list(rule, "transitions")
                .forEach(one ->
                        form.add(ShapeForm.whole(Transition.builder().build(), ConfigJson.object("transitions", one))));
        return form;
    }

    private static List<@Nullable Object> noncurrentTransitions(Map<String, @Nullable Object> rule) {
        List<@Nullable Object> form = new ArrayList<>();
        for (Object one : ConfigJson.list(rule, "noncurrentVersionTransitions")) {
            Map<String, @Nullable Object> given = ConfigJson.object("noncurrentVersionTransitions", one);
            given.put("noncurrentDays", given.remove("days"));
            form.add(ShapeForm.of(NoncurrentVersionTransition.builder().build(), given));
        }
        return form;
    }

    /** The first SDK had -1 for none. */
    private static @Nullable Object days(Map<String, @Nullable Object> rule, String name) {
        return rule.get(name) instanceof Number days && days.longValue() > 0 ? days : null;
    }

    private static @Nullable Object filter(Map<String, @Nullable Object> rule) {
        Map<String, @Nullable Object> filter = ConfigJson.member(rule, "filter");
        if (filter == null) {
            return null;
        }
        Map<String, @Nullable Object> given = new TreeMap<>();
        Map<String, @Nullable Object> predicate = ConfigJson.member(filter, "predicate");
        if (predicate != null && predicate.containsKey("operands")) {
            Map<String, @Nullable Object> all = new TreeMap<>();
            List<@Nullable Object> tags = new ArrayList<>();
            for (Object operand : ConfigJson.list(predicate, "operands")) {
                Map<String, @Nullable Object> one = ConfigJson.object("operands", operand);
                if (one.containsKey("tag")) {
                    tags.add(one.get("tag"));
                } else {
                    all.putAll(one);
                }
            }
            all.put("tags", tags);
            given.put("and", all);
        } else if (predicate != null) {
            given.putAll(predicate);
        }
        return ShapeForm.whole(LifecycleRuleFilter.builder().build(), given);
    }
}
