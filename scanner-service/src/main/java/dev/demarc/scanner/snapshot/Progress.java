package dev.demarc.scanner.snapshot;

/** How far a file was read. */
final class Progress {
    private String unit = "byte";
    private long count;

    void reached(String newUnit, long newCount) {
        unit = newUnit;
        count = newCount;
    }

    @Override
    public String toString() {
        return unit + " " + count;
    }
}
