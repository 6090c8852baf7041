package dev.demarc.contracts.finding;

/** Why findings changed. */
public enum Cause {
    /** No complete run had told before what the scope holds. */
    FIRST_JUDGEMENT,
    /** The resource's configuration, or the team that its account belongs to, is another. */
    CONFIGURATION,
    /** Another judging version judges. */
    CATALOG,
    /** A statement was approved, withdrawn or revoked; one that begins or ends of itself changes them by time alone. */
    STATEMENT,
    /** Time alone. */
    TIME,
    /** The resource is no more. */
    REMOVAL
}
