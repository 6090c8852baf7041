package dev.demarc.scanner.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** The door of the process: the service without arguments, a short-lived scanner with them. */
@QuarkusMain
public final class Main {
    /** The user's screen has the message; the log's file, where there is one, has all. */
    private static final String WITHOUT_STACK_TRACES = "%p: %s%n";

    private static final Map<String, String> SHORT_LIVED = Map.of(
            "quarkus.http.host-enabled", "false",
            "demarc.scan.work", "false",
            "demarc.exit-with-parent", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "WARN",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.console.format", WITHOUT_STACK_TRACES);

    Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
            return;
        }
        SHORT_LIVED.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        Quarkus.run(CommandLine.class, arguments);
    }
}
