package dev.demarc.contracts.scorecard;

/** A control with failures, ranked by what mending it would add to the score; {@code gain} in points of 100. */
public record Gap(String control, long failing, double gain) {}
