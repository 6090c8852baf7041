package dev.demarc.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * What a person does with a statement: approves, rejects or withdraws it.
 *
 * @param by who does it, where nobody has proven who that is; else absent
 */
public record StatementAct(@Nullable String by, @Nullable String comment) {}
