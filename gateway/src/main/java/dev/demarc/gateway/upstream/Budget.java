package dev.demarc.gateway.upstream;

/** Connections to a service are kept apart, so that those who download slowly take none from those who ask. */
enum Budget {
    READS,
    DOWNLOADS
}
