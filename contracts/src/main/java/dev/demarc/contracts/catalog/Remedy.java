package dev.demarc.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** What to do about a failure: in words for the console, as a command, as Terraform. */
public record Remedy(
        @Nullable String console,
        @Nullable String cli,
        @Nullable String terraform) {}
