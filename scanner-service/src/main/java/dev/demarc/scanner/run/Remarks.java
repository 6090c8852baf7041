package dev.demarc.scanner.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of a run that listed more than it could send: items without a name, and names that several items share. */
final class Remarks {
    /** The most names in one remark, so that it stays a sentence. */
    private static final int NAMED = 3;

    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<Long, Integer> identities = new HashMap<>();
    private final Map<String, Integer> shared = new TreeMap<>();

    void leftOut(String why) {
        leftOut.merge(why, 1, Integer::sum);
    }

    /** A resource that a listing repeats, as they do between pages, is one; two are not. */
    void sent(long rid, String resourceId, @Nullable String arn, @Nullable String name) {
        int identity = Objects.hash(arn, name);
        Integer before = identities.putIfAbsent(rid, identity);
        if (before != null && before != identity) {
            shared.merge(resourceId, 2, (known, two) -> known + 1);
        }
    }

    /** In one sentence; null where there is nothing to tell. */
    @Nullable
    String text() {
        List<String> parts = new ArrayList<>();
        leftOut.forEach((why, count) ->
                parts.add("%d listed %s not read: %s".formatted(count, count == 1 ? "item is" : "items are", why)));
        shared.entrySet().stream()
                .limit(NAMED)
                .forEach(each -> parts.add("%d listed items have the id '%s' and count as one, the last of them"
                        .formatted(each.getValue(), each.getKey())));
        if (shared.size() > NAMED) {
            parts.add("so do those of %d more ids".formatted(shared.size() - NAMED));
        }
        return parts.isEmpty() ? null : parts.stream().collect(Collectors.joining("; "));
    }
}
