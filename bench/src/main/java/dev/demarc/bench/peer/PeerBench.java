package dev.demarc.bench.peer;

import dev.demarc.bench.figure.Row;
import dev.demarc.bench.platform.BenchPlatform;
import dev.demarc.bench.platform.UnmeasuredException;
import dev.demarc.contracts.Json;
import dev.demarc.local.platform.Service;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The same account read and judged by Prowler and by Demarc, in seconds, with how many verdicts each gave. */
public final class PeerBench {
    private static final int EACH = 25;
    private static final int SCOPES = 3;
    private static final String TYPES = "AWS::EC2::SecurityGroup,AWS::IAM::User,AWS::S3::Bucket";

    private final BenchPlatform platform;
    private final Path folder;

    public PeerBench(BenchPlatform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
    }

    /** Whether there is a peer and an account to read. */
    public static boolean canRun() {
        return Stream.of("moto_server", "prowler").allMatch(PeerBench::isInstalled);
    }

    public List<Row> run() throws IOException, InterruptedException {
        if (!canRun()) {
            throw new UnmeasuredException("moto_server and prowler are not both on the PATH"
                    + " (pip install 'moto[server]' and, in an environment of its own, prowler)");
        }
        try (Emulator emulator = Emulator.start(folder)) {
            emulator.plant(EACH);
            double demarc = demarc(emulator);
            int own = verdicts();
            double prowler = prowler(emulator);
            int peers = results();
            return List.of(
                    Row.of("peer: prowler of s3, iam, ec2 with 25 buckets, users, groups", prowler, "s"),
                    Row.of("same, verdicts", peers, "verdicts"),
                    Row.of("./demarc scan of the same, until its scorecard has all", demarc, "s"),
                    Row.of("same, verdicts", own, "verdicts"),
                    Row.of("times as fast as the peer", prowler / demarc, "x"));
        }
    }

    private double demarc(Emulator emulator) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process scan = platform.demarc(
                caller(emulator),
                folder.resolve("scan.log"),
                "scan",
                "--accounts",
                Emulator.ACCOUNT,
                "--regions",
                "global," + Emulator.REGION,
                "--types",
                TYPES);
        int status = scan.waitFor();
        if (status != 0) {
            throw new UnmeasuredException(
                    "./demarc scan ended with %d: see %s".formatted(status, folder.resolve("scan.log")));
        }
        platform.await(() -> platform.answers(Service.GATEWAY)
                .ifAny("/api/v1/accounts/" + Emulator.ACCOUNT)
                .filter(body -> body.contains("\"scopesRead\":" + SCOPES))
                .isPresent());
        return (System.nanoTime() - begun) / 1e9;
    }

    private int verdicts() {
        String lines = platform.answers(Service.GATEWAY).of("/api/v1/exports/verdicts.csv?account=" + Emulator.ACCOUNT);
        return (int) lines.lines().count() - 1;
    }

    /** Prowler ends with 3 where it found failures. */
    private double prowler(Emulator emulator) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "prowler",
                        "aws",
                        "--services",
                        "s3",
                        "iam",
                        "ec2",
                        "--region",
                        Emulator.REGION,
                        "--output-formats",
                        "json-ocsf",
                        "--output-directory",
                        folder.toString(),
                        "--output-filename",
                        "prowler",
                        "--no-banner")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prowler.log").toFile());
        builder.environment().putAll(caller(emulator));
        long begun = System.nanoTime();
        int status = builder.start().waitFor();
        if (status != 0 && status != 3) {
            throw new UnmeasuredException(
                    "prowler ended with %d: see %s".formatted(status, folder.resolve("prowler.log")));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private int results() throws IOException {
        return Json.read(Files.readAllBytes(folder.resolve("prowler.ocsf.json")), Object[].class).length;
    }

    private static Map<String, String> caller(Emulator emulator) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                emulator.endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_DEFAULT_REGION",
                Emulator.REGION);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .anyMatch(Files::isExecutable);
    }
}
