package dev.demarc.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server on loopback that ends when this JVM does, however that ends; its data stays in its folder. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final int port;
    private final PostgresSettings settings;
    private final PostgresBinaries binaries;
    private final ServerUser user;
    private final PostgresCluster cluster;
    private final FolderLock lock;
    private final PostgresDoor door;
    private @Nullable Process supervisor;

    private EmbeddedPostgres(
            Path folder,
            int port,
            PostgresSettings settings,
            PostgresBinaries binaries,
            ServerUser user,
            FolderLock lock,
            PostgresDoor door) {
        this.door = door;
        this.port = port;
        this.settings = settings;
        this.binaries = binaries;
        this.user = user;
        this.lock = lock;
        cluster = new PostgresCluster(folder, binaries, user);
    }

    /** Starts a server on what the folder holds, on the port or on a free one for 0, with its programs in the user's cache. */
    public static EmbeddedPostgres start(Path folder, int port, PostgresSettings settings) {
        return start(folder, port, settings, Folders.cache());
    }

    /** As {@link #start(Path, int, PostgresSettings)}, with the programs unpacked into another cache folder. */
    public static EmbeddedPostgres start(Path folder, int port, PostgresSettings settings, Path cache) {
        return start(folder, port, settings, cache, Entrance.PLAIN, ServerUser::choose);
    }

    /** As {@link #start(Path, int, PostgresSettings)}, for clients that come in as said. */
    public static EmbeddedPostgres start(Path folder, int port, PostgresSettings settings, Entrance entrance) {
        return start(folder, port, settings, Folders.cache(), entrance, ServerUser::choose);
    }

    static EmbeddedPostgres start(
            Path folder,
            int port,
            PostgresSettings settings,
            Path cache,
            Entrance entrance,
            Function<Path, ServerUser> users) {
        Path place = folder.toAbsolutePath();
        Folders.makePrivate(place);
        FolderLock lock = FolderLock.take(place);
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    place,
                    Loopback.freePortOr(port, "PostgreSQL"),
                    settings,
                    PostgresBinaries.in(cache),
                    users.apply(place),
                    lock,
                    new PostgresDoor(place, entrance));
            postgres.start();
            return postgres;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    public String user() {
        return PostgresCluster.SUPERUSER;
    }

    public String password() {
        return cluster.password();
    }

    public String jdbcUrl(String database) {
        return databases().jdbcUrl(database);
    }

    /** Makes a database unless it is there. */
    public void createDatabase(String name) {
        databases().create(name);
    }

    public boolean isRunning() {
        Process running = supervisor;
        return running != null && running.isAlive();
    }

    /** Starts the server again on the same port and folder after {@link #stop()}. */
    public synchronized void start() {
        if (isRunning()) {
            throw new IllegalStateException("PostgreSQL on port " + port + " runs already");
        }
        try {
            cluster.endLeftover();
            Loopback.freePortOr(port, "PostgreSQL");
            door.prepare();
            cluster.initialize();
            user.mustReach(binaries.program("postgres"));
            Process starting = launch();
            supervisor = starting;
            awaitReady(starting);
        } catch (IOException e) {
            throw new EmbeddedStartException("PostgreSQL cannot start: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("Interrupted while PostgreSQL started", e);
        }
    }

    /** Stops the server in order; a stopped one stays stopped. */
    public synchronized void stop() {
        Process running = supervisor;
        if (running == null) {
            return;
        }
        supervisor = null;
        try {
            running.getOutputStream().close();
            running.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new EmbeddedStartException("PostgreSQL on port " + port + " cannot be stopped: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        lock.close();
    }

    /** The databases of this server, as its superuser. */
    public Databases databases() {
        return Databases.onLoopback(port, door.clientOptions(), password());
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(List.of("sh", "-c", supervisorScript(), "postgres-supervisor"));
        command.addAll(user.command(server()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(cluster.log().toFile())
                .start();
    }

    private List<String> server() {
        List<String> server = new ArrayList<>(List.of(
                binaries.program("postgres").toString(),
                "-D",
                cluster.data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=" + Loopback.HOST,
                "-c",
                "unix_socket_directories="));
        door.settings().values().forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
        settings.values().forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
        return server;
    }

    private void awaitReady(Process starting) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!cluster.acceptsConnections(starting)) {
            if (starting.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EmbeddedStartException("PostgreSQL ended while starting:\n" + cluster.logTail());
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new EmbeddedStartException(
                        "PostgreSQL was not ready after " + PATIENCE.toSeconds() + " s:\n" + cluster.logTail());
            }
        }
    }

    private static String supervisorScript() throws IOException {
        try (InputStream script = EmbeddedPostgres.class.getResourceAsStream("postgres-supervisor.sh")) {
            if (script == null) {
                throw new EmbeddedStartException("postgres-supervisor.sh is missing in this build");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
