package dev.demarc.assessment.ingest;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a resource whose newest configuration was refused: that it is there, and nothing more. */
public final class RefusedConfiguration {
    private static final int LONGEST = 300;
    private static final List<String> UNREAD = List.of("configuration", "supplementaryConfiguration", "tags");

    private RefusedConfiguration() {}

    /** The resource that was stored before, without what nobody knows any more; its tags still tell whose it is. */
    public static ResourceConfiguration of(ResourceConfiguration before, Instant observedAt, String reason) {
        return unread(
                before.scope(),
                before.resourceId(),
                before.arn(),
                before.resourceName(),
                before.tags(),
                observedAt,
                reason);
    }

    /** A resource that was never stored: what its id is cannot be told, so it is called by its rid. */
    public static ResourceConfiguration unheardOf(Scope scope, long rid, Instant observedAt, String reason) {
        String name = "unreadable-" + HexFormat.of().toHexDigits(rid);
        return unread(scope, name, null, null, Map.of(), observedAt, reason);
    }

    /** A reason as people are shown it: in one line and no longer than they read. */
    public static String shown(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static ResourceConfiguration unread(
            Scope scope,
            String id,
            @Nullable String arn,
            @Nullable String name,
            Map<String, String> tags,
            Instant observedAt,
            String reason) {
        String why = "its configuration was refused: " + shown(reason);
        Stream<Unread> unread = UNREAD.stream().map(path -> new Unread(path, why, null));
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                scope.type(),
                id,
                arn,
                name,
                tags,
                observedAt,
                Map.of(),
                Map.of(),
                List.of(),
                unread.toList());
    }
}
