package dev.demarc.catalog.revision;

/** Fired in the transaction that publishes; observe it after success. */
public record RevisionPublished(int number) {}
