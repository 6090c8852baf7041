package dev.demarc.engine;

import org.jspecify.annotations.Nullable;

/**
 * Why a more specific rule could not speak on a layer.
 *
 * @param rule the place of the rule, such as {@code variant:rds/custom}; of both, joined by {@code and}, where two
 *     contradict each other
 * @param path the configuration path that it could not read, or that both read
 * @param permission the IAM action that would mend it, where one would
 */
public record Undecided(
        String rule, String path, String reason, @Nullable String permission) {}
