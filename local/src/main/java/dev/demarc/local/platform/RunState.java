package dev.demarc.local.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What a running platform tells the other commands: who runs it, where its parts listen, their processes. */
public final class RunState {
    private static final String LAUNCHER = "launcher";

    private final Path file;
    private final Properties values;

    private RunState(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /** The state that the last run left or that the current one keeps; empty where none ever was. */
    public static Optional<RunState> read(DataFolder folder) {
        if (!Files.exists(folder.runState())) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(folder.runState())) {
            Properties values = new Properties();
            values.load(reader);
            return Optional.of(new RunState(folder.runState(), values));
        } catch (IOException | IllegalArgumentException e) {
            throw new PlatformException(
                    "The run state " + folder.runState() + " cannot be read: delete it. (" + e.getMessage() + ")", e);
        }
    }

    static RunState begin(DataFolder folder) {
        RunState state = new RunState(folder.runState(), new Properties());
        state.process(LAUNCHER, ProcessHandle.current());
        return state;
    }

    /** The launcher, if it is the very process that wrote this state. */
    public Optional<ProcessHandle> launcher() {
        return process(LAUNCHER);
    }

    /** The process of a service, if it is the very one that the launcher started. */
    public Optional<ProcessHandle> process(Service service) {
        return process(service.id());
    }

    public String bootstrapServers() {
        return values.getProperty("kafka", "");
    }

    /** Where PostgreSQL listens, as {@code host:port}. */
    public String postgres() {
        return values.getProperty("postgresql", "");
    }

    public int port(Service service) {
        return Integer.parseInt(values.getProperty(service.id() + ".port", Integer.toString(service.defaultPort())));
    }

    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    synchronized void stores(String bootstrapServers, String postgres) {
        values.setProperty("kafka", bootstrapServers);
        values.setProperty("postgresql", postgres);
        save();
    }

    synchronized void ports(Ports ports) {
        Arrays.stream(Service.values())
                .forEach(service -> values.setProperty(service.id() + ".port", Integer.toString(ports.of(service))));
        save();
    }

    synchronized void process(Service service, ProcessHandle process) {
        process(service.id(), process);
    }

    private void process(String name, ProcessHandle process) {
        values.setProperty(name + ".pid", Long.toString(process.pid()));
        values.setProperty(name + ".started", started(process));
        save();
    }

    private Optional<ProcessHandle> process(String name) {
        String pid = values.getProperty(name + ".pid", "");
        if (!pid.matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> Objects.equals(started(process), values.getProperty(name + ".started")));
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private void save() {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path fresh = file.resolveSibling("platform.properties.new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                values.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The run state " + file + " cannot be written", e);
        }
    }
}
