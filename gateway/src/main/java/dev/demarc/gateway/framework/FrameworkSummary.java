package dev.demarc.gateway.framework;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.scorecard.Score;

/**
 * A framework's posture in short.
 *
 * @param scope the account's or the organisation's id
 * @param withoutControl requirements that no control answers
 */
record FrameworkSummary(
        String id,
        String name,
        String version,
        String scope,
        Score overall,
        long requirements,
        long pass,
        long fail,
        long unknown,
        long notApplicable,
        long withoutControl) {
    static FrameworkSummary of(FrameworkPosture posture) {
        long pass = count(posture, Verdict.PASS);
        long fail = count(posture, Verdict.FAIL);
        long unknown = count(posture, Verdict.UNKNOWN);
        long notApplicable = count(posture, Verdict.NOT_APPLICABLE);
        long all = posture.requirements().size();
        return new FrameworkSummary(
                posture.id(),
                posture.name(),
                posture.version(),
                posture.scope(),
                posture.overall(),
                all,
                pass,
                fail,
                unknown,
                notApplicable,
                all - pass - fail - unknown - notApplicable);
    }

    private static long count(FrameworkPosture posture, Verdict verdict) {
        return posture.requirements().stream()
                .filter(requirement -> requirement.verdict() == verdict)
                .count();
    }
}
