package dev.demarc.engine;

import dev.demarc.contracts.catalog.Remedy;
import dev.demarc.contracts.catalog.RemedyVariant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a control's failure on one resource.
 *
 * @param general the control's remedy, which counts where no variant holds
 * @param variant the first that holds
 * @param undecided those before it whose conditions have no answer
 */
public record Advice(Remedy general, @Nullable RemedyVariant variant, List<RemedyVariant> undecided) {}
