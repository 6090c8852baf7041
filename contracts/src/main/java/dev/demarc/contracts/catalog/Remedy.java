package dev.demarc.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a failure: in words for the console, as a command, as Terraform.
 *
 * @param variants resources on which another remedy works; the first whose condition holds counts, and nothing of the
 *     general remedy is taken over into it
 */
public record Remedy(
        @Nullable String console,
        @Nullable String cli,
        @Nullable String terraform,
        List<RemedyVariant> variants) {
    public Remedy {
        variants = variants == null ? List.of() : List.copyOf(variants);
    }

    public Remedy(@Nullable String console, @Nullable String cli, @Nullable String terraform) {
        this(console, cli, terraform, List.of());
    }
}
