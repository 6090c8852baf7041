package dev.demarc.assessment.catalog;

import dev.demarc.contracts.Require;

/** Catalog revision and engine version: what decides a verdict beside the configuration and the time. */
public record JudgingVersion(int engine, int revision) {
    private static final int REVISION_BITS = 22;

    public JudgingVersion {
        Require.atLeast(1, engine, "engine version");
        Require.atLeast(1, revision, "revision");
        if (engine >= 1 << (31 - REVISION_BITS) || revision >= 1 << REVISION_BITS) {
            throw new IllegalArgumentException(
                    "engine %d and revision %d have no judging version".formatted(engine, revision));
        }
    }

    public static JudgingVersion of(int number) {
        return new JudgingVersion(number >>> REVISION_BITS, number & ((1 << REVISION_BITS) - 1));
    }

    /** Greater for a later version; a newer engine weighs more than any revision, so that old ones cannot write. */
    public int number() {
        return engine << REVISION_BITS | revision;
    }
}
