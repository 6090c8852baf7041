package dev.demarc.scanner.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.demarc.scanner.snapshot.Reception;
import dev.demarc.scanner.snapshot.Reception.Kind;
import dev.demarc.scanner.snapshot.Reception.Refusal;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what assessment did not take of what a command sent. */
@Singleton
final class Refusals {
    private static final int SHOWN = 20;

    private final Reception reception;

    Refusals(Reception reception) {
        this.reception = reception;
    }

    /**
     * Watches from here on, before anything is sent.
     *
     * @param worsens what makes the exit status worse; all is told
     */
    Told watch(Set<Kind> worsens) {
        return new Told(reception.watch(), worsens);
    }

    /** What is not taken from one moment on, by whose it is. */
    static final class Told {
        private final Reception.Watch watch;
        private final Set<Kind> worsens;
        private final Map<String, String> names = new HashMap<>();

        private Told(Reception.Watch watch, Set<Kind> worsens) {
            this.watch = watch;
            this.worsens = Set.copyOf(worsens);
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
            Optional<List<Refusal>> refusals = watch.refusals(Set.copyOf(names.keySet()));
            if (refusals.isEmpty()) {
                out.println("not known: what assessment refuses of it, since it has not taken all in time;"
                        + " ./demarc dead-letters will tell");
                return Math.max(before, CommandLine.SOME);
            }
            return tell(out, before, refusals.get());
        }

        private int tell(PrintStream out, int before, List<Refusal> refusals) {
            Map<Kind, List<Refusal>> kinds =
                    refusals.stream().collect(groupingBy(Refusal::kind, () -> new EnumMap<>(Kind.class), toList()));
            kinds.forEach((kind, of) -> tell(out, kind, of));
            return Collections.disjoint(kinds.keySet(), worsens) ? before : Math.max(before, CommandLine.SOME);
        }

        private void tell(PrintStream out, Kind kind, List<Refusal> refusals) {
            String verb = verb(kind);
            refusals.stream()
                    .limit(SHOWN)
                    .forEach(each -> out.printf(
                            "%s by assessment: %s: %s: %s%n",
                            verb, names.get(each.scan()), each.scope(), each.reason()));
            if (refusals.size() > SHOWN) {
                out.printf("%s by assessment: %d more; %s tells them%n", verb, refusals.size() - SHOWN, whoTells(kind));
            }
        }

        private static String verb(Kind kind) {
            return switch (kind) {
                case REFUSED -> "refused";
                case OVERRULED -> "overruled";
            };
        }

        private static String whoTells(Kind kind) {
            return switch (kind) {
                case REFUSED -> "./demarc dead-letters";
                case OVERRULED -> "the scan's page";
            };
        }
    }
}
