package dev.demarc.bench;

import dev.demarc.bench.figure.Row;
import dev.demarc.bench.figure.Runs;
import dev.demarc.bench.ingest.IngestBench;
import dev.demarc.bench.judge.JudgeBench;
import dev.demarc.bench.peer.PeerBench;
import dev.demarc.bench.platform.BenchPlatform;
import dev.demarc.bench.platform.HttpLoad;
import dev.demarc.bench.platform.UnmeasuredException;
import dev.demarc.bench.reads.FirstPage;
import dev.demarc.bench.reads.ReadsBench;
import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prints how fast Demarc is on this machine: {@code ./demarc bench [judge|platform|http|reads|ingest|peer ...]
 * [RESOURCES]}, all
 * of them and 100,000 unless said otherwise.
 */
public final class Bench {
    private enum Part {
        JUDGE,
        PLATFORM,
        HTTP,
        READS,
        INGEST,
        PEER;

        private static Optional<Part> named(String word) {
            return Arrays.stream(values())
                    .filter(part -> part.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    private static final int RESOURCES = 100_000;
    private static final Duration HTTP_WARM_UP = Duration.ofSeconds(5);
    private static final Duration HTTP = Duration.ofMillis(500);
    private static final String CONSTANT = "/q/health/live";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
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
                        "\"%s\" is no part of the bench; accepted: judge, platform, http, reads, ingest, peer, a number of resources%n",
                        argument);
                System.exit(2);
            }
        }
        try {
            run(parts.isEmpty() ? all() : parts, resources);
        } catch (UnmeasuredException e) {
            System.err.println("The bench did not measure: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Without the peer where it is not installed, which is said. */
    private static Set<Part> all() {
        if (PeerBench.canRun()) {
            return EnumSet.allOf(Part.class);
        }
        System.out.println("without the peer: moto_server and prowler are not both on the PATH");
        return EnumSet.complementOf(EnumSet.of(Part.PEER));
    }

    private static void run(Set<Part> parts, int resources) throws Exception {
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
            if (parts.contains(Part.READS)) {
                try (Connection database = database(platform)) {
                    new ReadsBench(platform, database).run().forEach(System.out::println);
                }
            }
            if (parts.contains(Part.PEER)) {
                new PeerBench(platform, folder).run().forEach(System.out::println);
            }
            if (parts.contains(Part.INGEST)) {
                ingest(platform, resources).forEach(System.out::println);
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

    /** The two are asked in turns, so that what slows the machine slows both. */
    private static List<Row> http(BenchPlatform platform) throws Exception {
        HttpLoad gateway = new HttpLoad(platform.port(Service.GATEWAY));
        String scorecard = "/api/v1/accounts/000000002012";
        gateway.rate(scorecard, HTTP_WARM_UP);
        gateway.rate(CONSTANT, HTTP_WARM_UP);
        List<Double> constant = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        Runs share = Runs.<Exception>of(() -> {
            constant.add(gateway.rate(CONSTANT, HTTP));
            read.add(gateway.rate(scorecard, HTTP));
            return 100 * read.get(read.size() - 1) / constant.get(constant.size() - 1);
        });
        return List.of(
                Row.of("limit: a constant answer of the gateway", new Runs(constant), "answers/s"),
                Row.of("a scorecard read", new Runs(read), "answers/s"),
                Row.of("same, of the constant answer", share, "%").goal("goal 80"));
    }

    private static List<Row> ingest(BenchPlatform platform, int resources) throws Exception {
        FirstPage page = new FirstPage(IngestBench.ORGANIZATION, Instant.now());
        try (Connection database = database(platform)) {
            List<Row> rows = new ArrayList<>(new IngestBench(platform, database, resources, page.widest()).run());
            rows.addAll(page.rows(platform.answers(Service.GATEWAY)));
            return rows;
        }
    }

    private static Connection database(BenchPlatform platform) throws IOException, SQLException {
        String url = "jdbc:postgresql://" + platform.state().postgres() + "/assessment";
        return DriverManager.getConnection(url, "demarc", platform.databasePassword());
    }
}
