package dev.demarc.scanner.command;

import dev.demarc.scanner.snapshot.Reception;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what assessment refused of what a command sent. */
@Singleton
final class Refusals {
    private static final int SHOWN = 20;

    private final Reception reception;

    Refusals(Reception reception) {
        this.reception = reception;
    }

    /** Watches from here on, before anything is sent. */
    Told watch() {
        return new Told(reception.watch());
    }

    /** What is refused from one moment on, by whose it is. */
    static final class Told {
        private final Reception.Watch watch;
        private final Map<String, String> names = new HashMap<>();

        private Told(Reception.Watch watch) {
            this.watch = watch;
        }

        /** @param name what people call what was sent under this id, such as its file */
        void sent(String scan, String name) {
            names.put(scan, name);
        }

        /** @return the exit status, no better than the one before */
        int tell(PrintStream out, int before) {
            if (names.isEmpty()) {
                return before;
            }
            Optional<List<Reception.Refusal>> refusals = watch.refusals(Set.copyOf(names.keySet()));
            if (refusals.isEmpty()) {
                out.println("not known: what assessment refuses of it, since it has not taken all in time;"
                        + " ./demarc dead-letters will tell");
                return Math.max(before, CommandLine.SOME);
            }
            return tell(out, before, refusals.get());
        }

        private int tell(PrintStream out, int before, List<Reception.Refusal> refusals) {
            refusals.stream()
                    .limit(SHOWN)
                    .forEach(each -> out.printf(
                            "refused by assessment: %s: %s: %s%n",
                            names.get(each.scan()), each.scope(), each.reason()));
            if (refusals.size() > SHOWN) {
                out.printf(
                        "refused by assessment: %d more; ./demarc dead-letters tells them%n", refusals.size() - SHOWN);
            }
            return refusals.isEmpty() ? before : Math.max(before, CommandLine.SOME);
        }
    }
}
