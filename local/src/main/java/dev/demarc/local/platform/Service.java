package dev.demarc.local.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service of the platform: where its build is, what it may use, and whether it has a database. */
public enum Service {
    CATALOG("catalog-service", 8081, 128, true, Compilation.QUICK),
    SCANNER("scanner-service", 8082, 160, false, Compilation.QUICK),
    ASSESSMENT("assessment-service", 8083, 384, true, Compilation.FULL),
    GATEWAY("gateway", 8080, 160, false, Compilation.QUICK);

    /** How hard the JVM compiles: judging lives on the full compiler, the others start sooner and smaller without. */
    private enum Compilation {
        QUICK("-XX:TieredStopAtLevel=1"),
        FULL("-XX:+TieredCompilation");

        private final String flag;

        Compilation(String flag) {
            this.flag = flag;
        }
    }

    private final String module;
    private final int defaultPort;
    private final int heapMegabytes;
    private final boolean hasDatabase;
    private final Compilation compilation;

    Service(String module, int defaultPort, int heapMegabytes, boolean hasDatabase, Compilation compilation) {
        this.module = module;
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
        this.hasDatabase = hasDatabase;
        this.compilation = compilation;
    }

    /** The service that a word of the command line names. */
    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(name) || service.module.equals(name))
                .findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of its module under the root. */
    public String module() {
        return module;
    }

    public int defaultPort() {
        return defaultPort;
    }

    boolean hasDatabase() {
        return hasDatabase;
    }

    /** The name of its database, where it has one. */
    String database() {
        return id();
    }

    /** Where the JVM enters it: the scanner has a door of its own, since it is a command too. */
    String mainClass() {
        return this == SCANNER ? "dev.demarc.scanner.command.Main" : "io.quarkus.runner.GeneratedMain";
    }

    List<String> jvmFlags() {
        return List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", compilation.flag);
    }
}
