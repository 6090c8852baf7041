package dev.demarc.scanner.collector;

/** Where AWS keeps a type. */
public enum Placement {
    REGIONAL,
    GLOBAL
}
