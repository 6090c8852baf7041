package dev.demarc.contracts;

/** What a person states, another approves, and time ends. */
public enum StatementKind {
    /** That a control holds which no configuration can prove. */
    ATTESTATION,
    /** That a failure is accepted for a time. */
    WAIVER,
    /** That what a control takes for a failure is meant to be so, such as a bucket that is public on purpose. */
    DECLARATION
}
