package dev.demarc.engine.statement;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.resource.ResourceKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An approved statement as it bears on one account.
 *
 * @param control id of the control that it is about
 * @param resources the resources that it is about, empty for all of the account
 * @param until when it ends, or has ended, for this account
 * @param ending why it ends then
 * @param finding the finding that revoked it, null where none did
 */
public record ApprovedStatement(
        String id,
        StatementKind kind,
        String control,
        Set<ResourceKey> resources,
        Instant from,
        Instant until,
        Ending ending,
        @Nullable String finding) {
    /** Why a statement ends. */
    public enum Ending {
        EXPIRED,
        WITHDRAWN,
        REVOKED
    }

    public ApprovedStatement {
        Require.text(id, "statement id");
        Require.text(control, "control of statement " + id);
        resources = Set.copyOf(resources);
    }

    public boolean covers(ResourceKey resource) {
        return resources.isEmpty() || resources.contains(resource);
    }

    public boolean isActive(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    boolean hasEnded(Instant now) {
        return !now.isBefore(until);
    }
}
