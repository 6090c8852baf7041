package dev.demarc.engine;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of one resource.
 *
 * @param party who must hold the control on this resource
 * @param reason why it is UNKNOWN, naming the path, or why it is not applicable; null for the others
 * @param permission the IAM action that would tell, where the verdict is UNKNOWN for lack of one
 */
public record ControlVerdict(
        Control control,
        Verdict verdict,
        Party party,
        @Nullable String reason,
        @Nullable String permission) {}
