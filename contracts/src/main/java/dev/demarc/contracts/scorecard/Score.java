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
 *     fails in one of them has failed, as the findings of all of its member accounts make the status of a control in
 *     Security Hub's administrator account; null where none has any
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/standards-security-score.html">Security
 *     scores</a>, and <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/controls-overall-status.html">the
 *     status of a control</a>
 */
public record Score(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double coverage,
        @Nullable Double securityHub,
        Counts counts) {}
