package dev.demarc.bench;

import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prints how fast Demarc is on this machine: {@code ./demarc bench [judge|platform|http|ingest ...] [RESOURCES]}, all
 * of them and 100,000 unless said otherwise.
 */
public final class Bench {
    private enum Part {
        JUDGE,
        PLATFORM,
        HTTP,
        INGEST;

        private static Optional<Part> named(String word) {
            return Arrays.stream(values())
                    .filter(part -> part.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    private static final int RESOURCES = 100_000;
    private static final Duration HTTP = Duration.ofSeconds(5);

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Logger.getLogger("").setLevel(Level.WARNING);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        int resources = RESOURCES;
        for (String argument : arguments) {
            if (argument.matches("[0-9]{1,9}")) {
                resources = Integer.parseInt(argument);
            } else if (Part.named(argument).isPresent()) {
                parts.add(Part.named(argument).get());
            } else {
                System.err.printf(
                        "\"%s\" is no part of the bench; accepted: judge, platform, http, ingest, a number of resources%n",
                        argument);
                System.exit(2);
            }
        }
        run(parts.isEmpty() ? EnumSet.allOf(Part.class) : parts, resources);
    }

    private static void run(Set<Part> parts, int resources) throws IOException, InterruptedException, SQLException {
        Path root = Path.of(System.getProperty("demarc.root", "")).toAbsolutePath();
        Path folder = Files.createTempDirectory("demarc-bench");
        System.out.printf(
                "%d processors, JDK %s, %,d resources; data in %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), resources, folder);
        if (parts.contains(Part.JUDGE)) {
            new JudgeBench(Instant.now()).run().forEach(System.out::println);
        }
        if (parts.equals(EnumSet.of(Part.JUDGE))) {
            return;
        }
        try (BenchPlatform platform = new BenchPlatform(root, folder.resolve("data"))) {
            start(platform).forEach(System.out::println);
            if (parts.contains(Part.HTTP)) {
                http(platform).forEach(System.out::println);
            }
            if (parts.contains(Part.INGEST)) {
                ingest(platform, resources).forEach(System.out::println);
                firstPage(platform).forEach(System.out::println);
                System.out.println(Row.of("memory (PSS) after the load", platform.memory() / 1e9, "GB"));
            }
        }
    }

    private static List<Row> start(BenchPlatform platform) throws InterruptedException {
        Row healthy =
                Row.of("start to all healthy", platform.awaitHealthy(), "s").goal("goal 15");
        double sample = platform.awaitSample();
        return List.of(
                healthy,
                Row.of("start to the sample's scorecards", sample, "s").goal("goal 20"),
                Row.of("same, from the services' start", sample - platform.servicesBegan(), "s")
                        .goal("goal 20"),
                Row.of("memory (PSS) of the whole platform", platform.memory() / 1e9, "GB")
                        .goal("goal 1.5"));
    }

    private static List<Row> http(BenchPlatform platform) throws IOException, InterruptedException {
        HttpLoad gateway = new HttpLoad(platform.port(Service.GATEWAY));
        String scorecard = "/api/v1/accounts/000000002012";
        gateway.rate(scorecard, HTTP);
        double constant = gateway.rate("/q/health/live", HTTP);
        double read = gateway.rate(scorecard, HTTP);
        return List.of(
                Row.of("limit: a constant answer of the gateway", constant, "answers/s"),
                Row.of("a scorecard read", read, "answers/s").goal("goal 80 % of the constant answer"),
                Row.of("a scorecard read, of the constant answer", 100 * read / constant, "%"));
    }

    private static List<Row> ingest(BenchPlatform platform, int resources)
            throws IOException, InterruptedException, SQLException {
        String url = "jdbc:postgresql://" + platform.state().postgres() + "/assessment";
        try (Connection database = DriverManager.getConnection(url, "demarc", platform.databasePassword())) {
            return new IngestBench(platform, database, resources).run();
        }
    }

    /** What the first page asks, of the loaded organisation: the second answer, in milliseconds. */
    private static List<Row> firstPage(BenchPlatform platform) {
        String since = Instant.now().minus(Duration.ofDays(7)).toString();
        return List.of(
                answer(platform, "/api/v1/organization?organization=bench"),
                answer(platform, "/api/v1/changes?organization=bench&since=" + since),
                answer(platform, "/api/v1/teams?organization=bench"));
    }

    private static Row answer(BenchPlatform platform, String path) {
        platform.get(Service.GATEWAY, path);
        long begun = System.nanoTime();
        platform.get(Service.GATEWAY, path);
        return Row.of("GET " + path.replaceAll("\\?.*", ""), (System.nanoTime() - begun) / 1e6, "ms");
    }
}
