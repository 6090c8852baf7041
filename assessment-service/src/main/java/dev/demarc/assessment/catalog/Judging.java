package dev.demarc.assessment.catalog;

import dev.demarc.engine.Judge;
import dev.demarc.engine.ownership.Ownership;

/** A compiled catalog revision, the judging version that its verdicts have and who owns what by it. */
public record Judging(Judge judge, JudgingVersion version, Ownership ownership) {
    public static Judging by(Judge judge) {
        return new Judging(
                judge,
                new JudgingVersion(Judge.ENGINE_VERSION, judge.revision().number()),
                Ownership.of(judge.revision().parameters()));
    }
}
