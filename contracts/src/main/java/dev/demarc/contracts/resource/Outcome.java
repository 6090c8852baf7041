package dev.demarc.contracts.resource;

/** How a run ended. {@code DISABLED}: the region, the service or the account is switched off. */
public enum Outcome {
    COMPLETE,
    DENIED,
    FAILED,
    DISABLED
}
