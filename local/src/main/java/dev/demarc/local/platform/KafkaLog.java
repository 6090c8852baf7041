package dev.demarc.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what Kafka says inside this JVM to a file that cannot grow without end. */
final class KafkaLog {
    static final String NEWEST = "kafka.0.log";
    private static final String EACH = "kafka.%g.log";
    private static final int LIMIT_BYTES = 5_000_000;
    private static final int FILES = 2;
    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    private KafkaLog() {}

    static void to(Path folder) {
        try {
            System.setProperty(FORMAT, "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
            LogManager.getLogManager().reset();
            Logger root = Logger.getLogger("");
            Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
            Handler handler = new FileHandler(folder.resolve(EACH).toString(), LIMIT_BYTES, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            root.addHandler(handler);
            root.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's log cannot be written into " + folder, e);
        }
    }
}
