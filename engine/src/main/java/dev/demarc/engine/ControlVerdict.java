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
 * @param statement id of the statement that makes it PASS, NOT_APPLICABLE or waived, as a FAIL and what follows one
 *     unread are; null for what the configuration says
 */
public record ControlVerdict(
        Control control,
        Verdict verdict,
        Party party,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String statement) {
    private static final String NOT_ATTESTED = "nobody has attested it";

    static ControlVerdict notAttested(Control control, Party party) {
        return new ControlVerdict(control, Verdict.UNKNOWN, party, NOT_ATTESTED, null, null);
    }

    /** Whether it waits for a person to say so: what its condition reads was there to be read. */
    public boolean isNotAttested() {
        return control.assessment() == Control.Assessment.ATTESTATION && NOT_ATTESTED.equals(reason);
    }

    /** The same, accepted by a waiver where it is a failure. */
    public ControlVerdict waived(String waiver) {
        return new ControlVerdict(control, verdict, party, reason, permission, waiver);
    }

    /** @param why why it is not a pass, null where it is */
    public ControlVerdict stated(Verdict effective, @Nullable String why, @Nullable String by) {
        return new ControlVerdict(control, effective, party, why, null, by);
    }
}
