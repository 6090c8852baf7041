package dev.demarc.contracts.scorecard;

/** How many inherited and shared controls have an AWS half that current provider evidence covers. */
public record Assurance(int covered, int controls) {}
