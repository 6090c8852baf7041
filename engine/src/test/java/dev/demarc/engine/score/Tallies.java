package dev.demarc.engine.score;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.ControlBuilder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Four controls, one of each severity, and tallies of them. */
final class Tallies {
    static final int CRITICAL = 1;
    static final int HIGH = 2;
    static final int MEDIUM = 3;
    static final int LOW = 4;

    static final Map<Integer, Control> CONTROLS = Stream.of(
                    control(CRITICAL, Severity.CRITICAL),
                    control(HIGH, Severity.HIGH),
                    control(MEDIUM, Severity.MEDIUM),
                    control(LOW, Severity.LOW))
            .collect(Collectors.toMap(Control::number, each -> each));
    static final Parameters PARAMETERS = new Parameters(
            Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1),
            Map.of(Severity.HIGH, 30),
            Map.of(),
            Map.of());

    private Tallies() {}

    static Tally tally(int control, long pass, long fail) {
        return tally(control, pass, fail, 0, 0);
    }

    static Tally tally(int control, long pass, long fail, long unknown, long waived) {
        return new Tally(control, Party.CUSTOMER, "", new Counts(pass, fail, unknown, waived, 7));
    }

    private static Control control(int number, Severity severity) {
        return new ControlBuilder().number(number).severity(severity).build();
    }
}
