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
import java.util.List;

/** Prints how fast Demarc is on this machine: {@code ./demarc bench [RESOURCES]}, 100,000 unless said otherwise. */
public final class Bench {
    private static final int RESOURCES = 100_000;
    private static final Duration HTTP = Duration.ofSeconds(5);

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int resources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RESOURCES;
        Path root = Path.of(System.getProperty("demarc.root", "")).toAbsolutePath();
        Path folder = Files.createTempDirectory("demarc-bench");
        System.out.printf(
                "%d processors, JDK %s, %,d resources; data in %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), resources, folder);
        new JudgeBench(Instant.now()).run().forEach(System.out::println);
        try (BenchPlatform platform = new BenchPlatform(root, folder.resolve("data"))) {
            System.out.println(
                    Row.of("start to all healthy", platform.awaitHealthy(), "s").goal("goal 15"));
            System.out.println(Row.of("start to the sample's scorecards", platform.awaitSample(), "s")
                    .goal("goal 20"));
            System.out.println(Row.of("memory (PSS) of the whole platform", platform.memory() / 1e9, "GB")
                    .goal("goal 1.5"));
            http(platform).forEach(System.out::println);
            ingest(platform, resources).forEach(System.out::println);
            System.out.println(Row.of("memory (PSS) after the load", platform.memory() / 1e9, "GB"));
        }
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
}
