package dev.demarc.contracts.scorecard;

/** How many resources a control passes, fails, cannot be told, is waived and does not apply to. */
public record Counts(long pass, long fail, long unknown, long waived, long notApplicable) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                pass + other.pass,
                fail + other.fail,
                unknown + other.unknown,
                waived + other.waived,
                notApplicable + other.notApplicable);
    }
}
