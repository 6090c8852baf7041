package dev.demarc.bench;

/**
 * One figure of the report.
 *
 * @param goal what the design asks for, in the same unit; empty where it asks for nothing
 */
record Row(String what, double figure, String unit, String goal) {
    static Row of(String what, double figure, String unit) {
        return new Row(what, figure, unit, "");
    }

    Row goal(String text) {
        return new Row(what, figure, unit, text);
    }

    @Override
    public String toString() {
        String number = figure >= 100 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure);
        return "%-62s %14s %-14s %s".formatted(what, number, unit, goal).stripTrailing();
    }
}
