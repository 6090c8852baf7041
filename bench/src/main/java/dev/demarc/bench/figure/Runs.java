package dev.demarc.bench.figure;

import java.util.ArrayList;
import java.util.List;

/** A figure that jumps, taken often; its median stands for it. */
public record Runs(List<Double> figures) {
    /** As often as a figure that jumps is taken. */
    public static final int ENOUGH = 20;

    /** One way to take the figure. */
    @FunctionalInterface
    public interface Measurement<E extends Exception> {
        double take() throws E;
    }

    public Runs {
        figures = figures.stream().sorted().toList();
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("A figure that was never taken has no median");
        }
    }

    /** Takes it as often as is enough. */
    public static <E extends Exception> Runs of(Measurement<E> measurement) throws E {
        List<Double> figures = new ArrayList<>();
        for (int i = 0; i < ENOUGH; i++) {
            figures.add(measurement.take());
        }
        return new Runs(figures);
    }

    public double median() {
        int middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures.get(middle) : (figures.get(middle - 1) + figures.get(middle)) / 2;
    }

    double least() {
        return figures.get(0);
    }

    double most() {
        return figures.get(figures.size() - 1);
    }
}
