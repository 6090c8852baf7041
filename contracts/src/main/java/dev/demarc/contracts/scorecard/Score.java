package dev.demarc.contracts.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * A score, never without its range.
 *
 * @param value 0 to 100, weighted by severity over controls; null where nothing was judged
 * @param low the same with unknown and waived as failures
 * @param high the same with unknown and waived as passes
 * @param coverage judged / (judged + unknown), 0 to 1; null where no control applies
 * @param securityHub passed controls / controls with data, 0 to 100, for comparison; over several accounts a control that
 *     fails in one of them has failed, as Security Hub has it for administrator accounts; null where none has any
 */
public record Score(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double coverage,
        @Nullable Double securityHub,
        Counts counts) {}
