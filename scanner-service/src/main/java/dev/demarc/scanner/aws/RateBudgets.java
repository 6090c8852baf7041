package dev.demarc.scanner.aws;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** One budget for each account, region and service, for as long as any client is spaced out by it. */
final class RateBudgets {
    private static final int DEAD_BEFORE_A_SWEEP = 1_000;

    private final Supplier<RateBudget> make;
    private final Map<String, WeakReference<RateBudget>> budgets = new HashMap<>();
    private int madeSinceSweep;

    RateBudgets(Supplier<RateBudget> make) {
        this.make = make;
    }

    synchronized RateBudget of(String key) {
        WeakReference<RateBudget> known = budgets.get(key);
        RateBudget alive = known == null ? null : known.get();
        if (alive != null) {
            return alive;
        }
        if (++madeSinceSweep > DEAD_BEFORE_A_SWEEP) {
            budgets.values().removeIf(each -> Objects.isNull(each.get()));
            madeSinceSweep = 0;
        }
        RateBudget made = make.get();
        budgets.put(key, new WeakReference<>(made));
        return made;
    }
}
