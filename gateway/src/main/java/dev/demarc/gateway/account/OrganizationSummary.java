package dev.demarc.gateway.account;

/**
 * One organisation.
 *
 * @param id the AWS organisation's id, {@code sample} for the sample organisation, an account's own id for one alone
 * @param accounts how many accounts it has, gone ones not counted
 */
public record OrganizationSummary(String id, String name, int accounts) {}
