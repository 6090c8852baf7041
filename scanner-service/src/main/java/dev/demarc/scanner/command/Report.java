package dev.demarc.scanner.command;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Prints a line for each scope and, at the end, what came of them all; safe for many threads. */
final class Report {
    private final PrintStream out;
    private final String title;
    private final Map<Outcome, Integer> scopes = new EnumMap<>(Outcome.class);
    private long resources;
    private int remarks;
    private int refused;

    Report(PrintStream out) {
        this(out, "");
    }

    /** @param title stands before what came of them all */
    Report(PrintStream out, String title) {
        this.out = out;
        this.title = title;
    }

    synchronized void ended(RunEnded run) {
        scopes.merge(run.outcome(), 1, Integer::sum);
        resources += run.count();
        String permission = run.permission() == null ? "" : " (" + run.permission() + ")";
        String why = run.reason() == null ? "" : ": " + run.reason() + permission;
        String remark = run.remark() == null ? "" : "; " + run.remark();
        remarks += run.remark() == null ? 0 : 1;
        out.printf("%-70s %6d  %s%s%s%n", run.scope(), run.count(), name(run.outcome()), why, remark);
    }

    synchronized void broken(String scope, String why) {
        scopes.merge(Outcome.FAILED, 1, Integer::sum);
        out.printf("%-70s %6s  failed: %s%n", scope, "-", why);
    }

    /** Nothing of the scope is taken. */
    synchronized void refused(String scope, String why) {
        refused++;
        out.printf("%-70s %6s  refused: %s%n", scope, "-", why);
    }

    synchronized int summary() {
        int all = scopes.values().stream().mapToInt(Integer::intValue).sum() + refused;
        int complete = scopes.getOrDefault(Outcome.COMPLETE, 0);
        StringBuilder text = new StringBuilder("%s%d resources in %d scopes".formatted(title, resources, all));
        scopes.forEach((outcome, count) -> text.append(", %d %s".formatted(count, name(outcome))));
        if (remarks > 0) {
            text.append(", %d with listed items that are not read".formatted(remarks));
        }
        if (refused > 0) {
            text.append(", %d refused".formatted(refused));
        }
        out.println(text);
        int unread = all - complete - scopes.getOrDefault(Outcome.DISABLED, 0);
        if (unread == 0) {
            return CommandLine.ALL;
        }
        return complete == 0 ? CommandLine.NOTHING : CommandLine.SOME;
    }

    /** Whether no scope came to anything. */
    synchronized boolean isEmpty() {
        return scopes.isEmpty() && refused == 0;
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
