package dev.demarc.bench.figure;

/**
 * One figure of the report.
 *
 * @param goal what the design asks for, in the same unit; empty where it asks for nothing
 */
public record Row(String what, double figure, String unit, String goal) {
    public static Row of(String what, double figure, String unit) {
        return new Row(what, figure, unit, "");
    }

    /** A figure that jumps: its median, with the least and the most that it was. */
    public static Row of(String what, Runs runs, String unit) {
        String named = "%s (median of %d, %s to %s)"
                .formatted(what, runs.figures().size(), number(runs.least()), number(runs.most()));
        return of(named, runs.median(), unit);
    }

    public Row goal(String text) {
        return new Row(what, figure, unit, text);
    }

    @Override
    public String toString() {
        return "%-72s %14s %-14s %s".formatted(what, number(figure), unit, goal).stripTrailing();
    }

    private static String number(double figure) {
        return figure >= 100 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure);
    }
}
