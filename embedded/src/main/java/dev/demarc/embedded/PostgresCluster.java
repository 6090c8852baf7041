package dev.demarc.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What PostgreSQL keeps in its folder: the data, the password, the log, and the mark of a running server. */
final class PostgresCluster {
    static final String SUPERUSER = "demarc";
    private static final Duration PATIENCE_WITH_LEFTOVER = Duration.ofSeconds(15);

    private final Path folder;
    private final PostgresBinaries binaries;
    private final ServerUser user;

    PostgresCluster(Path folder, PostgresBinaries binaries, ServerUser user) {
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    String password() {
        return passwordFile().read();
    }

    /** Makes the cluster unless a whole one is there; a half-made one is made again. */
    void initialize() throws IOException, InterruptedException {
        if (Files.exists(data())) {
            user.own(folder);
            return;
        }
        Path fresh = folder.resolve("initializing");
        Folders.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        passwordFile().renew();
        user.own(folder);
        run(user.command(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile().path(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync",
                "--no-instructions")));
        Files.move(fresh, data());
    }

    /** Waits for a server of a JVM that died, then ends it. */
    void endLeftover() throws IOException, InterruptedException {
        Optional<ProcessHandle> named = serverProcess();
        if (named.isEmpty()) {
            return;
        }
        ProcessHandle process = named.get();
        if (!runsPostgres(process)) {
            Files.deleteIfExists(pidFile());
            return;
        }
        try {
            process.onExit().get(PATIENCE_WITH_LEFTOVER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            run(List.of("kill", "-QUIT", Long.toString(process.pid())));
            process.onExit().join();
        }
    }

    /** Whether a server under the supervisor, not one of a former run, says that it is ready. */
    boolean acceptsConnections(Process supervisor) {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.size() > 7
                    && lines.get(7).strip().equals("ready")
                    && supervisor.descendants().anyMatch(process -> lines.get(0).equals(Long.toString(process.pid())));
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private static boolean runsPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(true);
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private PasswordFile passwordFile() {
        return new PasswordFile(folder.resolve("password"));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new EmbeddedStartException(String.join(" ", command) + " failed:\n" + logTail());
        }
    }

    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(its log " + log() + " cannot be read: " + e + ")";
        }
    }
}
