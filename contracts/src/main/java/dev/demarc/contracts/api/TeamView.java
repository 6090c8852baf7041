package dev.demarc.contracts.api;

/**
 * What one team owns.
 *
 * @param team empty for what no team owns
 * @param accounts how many accounts it owns resources in
 * @param open its open findings by severity
 * @param overdue how many of them should have been mended by now
 */
public record TeamView(String team, int accounts, long resources, FindingCounts open, long overdue) {}
