package dev.demarc.contracts.resource;

/** Where a run's items come from; each scope has one at a time, the earlier constant winning unless configured. */
public enum Source {
    LIVE,
    AWS_CONFIG,
    SNAPSHOT
}
