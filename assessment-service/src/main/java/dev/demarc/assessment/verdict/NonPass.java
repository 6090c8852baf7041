package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One control's verdict on one resource that is not a pass.
 *
 * @param control the control's number
 * @param since when this verdict was first seen, to the second
 * @param reason why it is UNKNOWN, or what it is declared to be; null for the others
 * @param permission the IAM action that would tell, where it is UNKNOWN for lack of one
 * @param failingSince since when it fails as far as anybody could read, where it is UNKNOWN now and was never seen
 *     mended; null for the others
 * @param waived whether a waiver accepts the finding
 */
public record NonPass(
        int control,
        Verdict verdict,
        Party party,
        Instant since,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable Instant failingSince,
        boolean waived) {
    public NonPass {
        if (control < 1 || control > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "control number is %d; accepted: 1 to %d".formatted(control, Short.MAX_VALUE));
        }
        if (verdict == Verdict.PASS) {
            throw new IllegalArgumentException("control %d passes; accepted: any other verdict".formatted(control));
        }
        if (failingSince != null && verdict != Verdict.UNKNOWN) {
            throw new IllegalArgumentException(
                    "control %d is %s and fails unverified; accepted: UNKNOWN".formatted(control, verdict));
        }
        if (waived && verdict != Verdict.FAIL && failingSince == null) {
            throw new IllegalArgumentException(
                    "control %d is %s and waived; accepted: a finding".formatted(control, verdict));
        }
    }

    /** Whether it is a finding: it fails, or failed when it could be read last. */
    public boolean isFinding() {
        return verdict == Verdict.FAIL || failingSince != null;
    }

    /** Whether it is a finding that somebody must mend. */
    public boolean isOpen() {
        return isFinding() && !waived;
    }

    /** Since when the finding is open; {@link #since} where it is none. */
    public Instant openSince() {
        return failingSince == null ? since : failingSince;
    }

    boolean saysTheSameAs(NonPass other) {
        return verdict == other.verdict && party == other.party;
    }

    NonPass since(Instant earlier) {
        return new NonPass(control, verdict, party, earlier, reason, permission, failingSince, waived);
    }

    NonPass failingSince(Instant failing, boolean accepted) {
        return new NonPass(control, verdict, party, since, reason, permission, failing, accepted);
    }
}
