package dev.demarc.assessment.catalog;

import dev.demarc.engine.Judge;

/** A compiled catalog revision and the judging version that its verdicts have. */
public record Judging(Judge judge, JudgingVersion version) {
    public static Judging by(Judge judge) {
        return new Judging(
                judge, new JudgingVersion(Judge.ENGINE_VERSION, judge.revision().number()));
    }
}
