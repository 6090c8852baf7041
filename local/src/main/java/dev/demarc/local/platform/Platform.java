package dev.demarc.local.platform;

import dev.demarc.embedded.Databases;
import dev.demarc.embedded.EmbeddedStartException;
import dev.demarc.embedded.FolderLock;
import dev.demarc.embedded.Folders;
import dev.demarc.embedded.OwnSession;
import dev.demarc.shell.process.ExitWithParent;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole platform as this launcher runs it: everything it starts ends with it. */
public final class Platform {
    private static final Duration TIME_TO_BE_READY = Duration.ofMinutes(3);
    private static final Duration POSTGRES_WATCH = Duration.ofSeconds(1);
    private static final List<List<Service>> STOP_ORDER =
            List.of(List.of(Service.GATEWAY, Service.SCANNER), List.of(Service.ASSESSMENT, Service.CATALOG));

    private final Path root;
    private final DataFolder folder;
    private final Ports ports;
    private final Environment environment;
    private final Progress progress;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private @Nullable Stores stores;

    public Platform(Path root, DataFolder folder, Ports ports, Environment environment, Progress progress) {
        this.root = root;
        this.folder = folder;
        this.ports = ports;
        this.environment = environment;
        this.progress = progress;
    }

    /** Starts everything and returns when all services are ready; the caller holds the folder's lock. */
    public RunState start(boolean fresh) {
        Arrays.stream(Service.values()).forEach(this::mustBeBuilt);
        Leftovers.end(folder);
        if (fresh) {
            folder.empty();
        }
        folder.prepare();
        DiskSpace.of(folder.path()).mustSuffice();
        ports.mustBeFree();
        KafkaLog.to(folder.log("kafka").resolveSibling(""));
        RunState state = RunState.begin(folder);
        state.ports(ports);
        Stores started = startStores();
        state.stores(started.bootstrapServers(), started.databases().address());
        awaitReady(startServices(state, started));
        watchPostgres(started);
        return state;
    }

    /** Takes the right to run a platform in the folder; empty when another launcher has it. */
    public static Optional<FolderLock> tryLock(DataFolder folder) {
        Folders.makePrivate(folder.run());
        return FolderLock.tryTake(folder.run());
    }

    /** Stops everything in order: doors first, then those who judge, then what keeps the data. */
    public void stop() {
        stopping.countDown();
        for (List<Service> wave : STOP_ORDER) {
            List<ServiceProcess> processes = running(wave);
            processes.forEach(ServiceProcess::askToStop);
            processes.forEach(ServiceProcess::awaitStop);
        }
        Stores running = stores();
        if (running != null) {
            running.close();
        }
    }

    private void mustBeBuilt(Service service) {
        Program program = new Program(root, service);
        if (!program.isBuilt()) {
            throw new PlatformException(service.module() + " is not built (no " + program.jar()
                    + "): ./demarc up builds it, or run ./mvnw package");
        }
    }

    private Stores startStores() {
        Stores started = Stores.start(folder, ports, environment, progress);
        synchronized (this) {
            stores = started;
        }
        return started;
    }

    private synchronized @Nullable Stores stores() {
        return stores;
    }

    private Map<Service, CompletableFuture<Void>> startServices(RunState state, Stores started) {
        Map<Service, CompletableFuture<Void>> ready = new EnumMap<>(Service.class);
        synchronized (services) {
            for (Service service : Service.values()) {
                ServiceProcess process = new ServiceProcess(
                        service.id(),
                        command(service),
                        inherited -> enter(inherited, service, state, started),
                        state.address(service),
                        folder.log(service.id()),
                        new Reporter(service, state));
                services.put(service, process);
                ready.put(service, process.start());
            }
        }
        return ready;
    }

    private List<ServiceProcess> running(List<Service> wave) {
        synchronized (services) {
            return wave.stream()
                    .filter(services::containsKey)
                    .map(service -> Objects.requireNonNull(services.get(service)))
                    .toList();
        }
    }

    private List<String> command(Service service) {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(Program.java());
        command.addAll(service.jvmFlags());
        command.add("-D" + ExitWithParent.PROPERTY + "=true");
        command.addAll(new Program(root, service).words());
        return command;
    }

    private void enter(Map<String, String> variables, Service service, RunState state, Stores started) {
        variables.put("MALLOC_ARENA_MAX", "2");
        environment.leadInto(started.bootstrapServers(), variables);
        variables.putAll(LogFile.settings(folder.log(service.id())));
        variables.put(DeploymentKey.EDGE.variable(), DeploymentKey.EDGE.of(environment, folder));
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(state.port(service)));
        for (Service other : List.of(Service.CATALOG, Service.SCANNER, Service.ASSESSMENT)) {
            variables.put(
                    "DEMARC_" + other.name() + "_URL", state.address(other).toString());
        }
        if (service == Service.SCANNER) {
            variables.put(DeploymentKey.SCRUB.variable(), DeploymentKey.SCRUB.of(environment, folder));
            variables.put("DEMARC_SCAN_SCHEDULED", Boolean.toString(environment.scansByTheClock()));
        }
        if (service.hasDatabase()) {
            Databases databases = started.databases();
            variables.put("QUARKUS_DATASOURCE_JDBC_URL", databases.jdbcUrl(service.database()));
            variables.put("QUARKUS_DATASOURCE_USERNAME", databases.user());
            variables.put("QUARKUS_DATASOURCE_PASSWORD", databases.password());
        }
    }

    private void awaitReady(Map<Service, CompletableFuture<Void>> ready) {
        try {
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .get(TIME_TO_BE_READY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PlatformException cause ? cause : new PlatformException("" + e.getCause(), e);
        } catch (TimeoutException e) {
            List<String> late = ready.entrySet().stream()
                    .filter(entry -> !entry.getValue().isDone())
                    .map(entry -> entry.getKey().id())
                    .toList();
            throw new PlatformException(
                    "Not ready after " + TIME_TO_BE_READY.toSeconds() + " s: " + String.join(", ", late)
                            + ". Their logs are in " + folder.log(late.get(0)).resolveSibling(""),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the services started", e);
        }
    }

    private void watchPostgres(Stores started) {
        Thread thread = new Thread(() -> revive(started), "demarc-postgresql-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void revive(Stores started) {
        boolean told = false;
        try {
            while (!stopping.await(POSTGRES_WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                told = triedToRevive(started, told);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether it failed and was told, now or before */
    private boolean triedToRevive(Stores started, boolean told) {
        try {
            if (started.revive()) {
                progress.say("PostgreSQL had ended and was started again");
            }
            return false;
        } catch (EmbeddedStartException | UncheckedIOException e) {
            if (!told) {
                progress.say("PostgreSQL had ended and cannot be started again yet: " + e.getMessage());
            }
            return true;
        }
    }

    private final class Reporter implements ServiceProcess.Listener {
        private final Service service;
        private final RunState state;

        private Reporter(Service service, RunState state) {
            this.service = service;
            this.state = state;
        }

        @Override
        public void started(ProcessHandle process) {
            state.process(service, process);
        }

        @Override
        public void ready() {
            URI address = state.address(service);
            progress.ready(service.id(), address.toString());
        }

        @Override
        public void died(int status, Duration startsAgainIn) {
            progress.say("%s ended with status %d and starts again in %d s; its log: %s"
                    .formatted(service.id(), status, startsAgainIn.toSeconds(), folder.log(service.id())));
        }
    }
}
