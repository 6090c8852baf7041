package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a failure on some resources, where the control's general remedy does not work.
 *
 * @param name which resources these are, such as {@code Role made by IAM Identity Center}
 * @param when a CEL expression over the resource
 * @param source the page of AWS that says so, as a URL
 */
public record RemedyVariant(
        String name,
        String when,
        @Nullable String console,
        @Nullable String cli,
        @Nullable String terraform,
        String source) {
    public RemedyVariant {
        Require.text(name, "name of the remedy's variant");
        Require.text(when, "when of the remedy's variant '%s'".formatted(name));
        Require.text(source, "source of the remedy's variant '%s'".formatted(name));
        if (console == null && cli == null && terraform == null) {
            throw new IllegalArgumentException(
                    "the remedy's variant '%s' says nothing; accepted: console, cli or terraform".formatted(name));
        }
    }
}
