package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.scan.Account;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Imports what a test writes, at a time that does not move, and keeps what came onto the bus. */
final class ImportedFiles {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final Path folder;
    private final Recorded recorded = new Recorded();
    private final KnownBefore before = EmptyMemory.before();
    private ImportOptions options = ImportOptions.NONE;

    ImportedFiles(Path folder) {
        this.folder = folder;
    }

    ImportedFiles knowing(Account account) {
        before.add(account);
        return this;
    }

    ImportedFiles in(String organization) {
        options = new ImportOptions(Optional.of(organization), options.observedAt(), options.moreRegions());
        return this;
    }

    ImportedFiles observedAt(String time) {
        options = new ImportOptions(options.organization(), Optional.of(Instant.parse(time)), options.moreRegions());
        return this;
    }

    ImportedFiles with(String region) {
        options = new ImportOptions(options.organization(), options.observedAt(), Set.of(region));
        return this;
    }

    Survey lines(String... lines) throws IOException {
        return file("f.jsonl", String.join("\n", lines));
    }

    Survey file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Survey file(String name, byte[] content) throws IOException {
        return new SnapshotImport(
                        new Bus(recorded.producer()),
                        LiveScan.canonicalizer(),
                        AllCollectors.make(),
                        new EmptyMemory(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(Files.write(folder.resolve(name), content), options, before, ended -> {});
    }

    Recorded recorded() {
        return recorded;
    }

    List<RunEnded> ends() {
        return recorded.all(EventType.RUN_ENDED, RunEnded.class);
    }

    List<Account> accounts() {
        return recorded.all(EventType.ACCOUNT, Account.class);
    }

    /** In canonical form, of one account. */
    static String bucket(String name, String observedAt) {
        return bucket("eu-west-1", name, observedAt);
    }

    static String bucket(String region, String name, String observedAt) {
        return "{\"accountId\":\"111122223333\",\"awsRegion\":\"%s\",\"resourceType\":\"AWS::S3::Bucket\",\"resourceId\":\"%2$s\",\"configurationItemCaptureTime\":\"%3$s\",\"configuration\":{\"name\":\"%2$s\"}}"
                .formatted(region, name, observedAt);
    }

    /** As AWS Config writes it. */
    static String configItem(String type, String id, String capturedAt, String more) {
        return "{\"configurationItemStatus\":\"OK\",\"configurationItemCaptureTime\":\"%s\",\"awsAccountId\":\"111122223333\",\"awsRegion\":\"eu-west-1\",\"resourceType\":\"%s\",\"resourceId\":\"%s\",%s}"
                .formatted(capturedAt, type, id, more);
    }

    static String configBucket(String name, String capturedAt) {
        return configItem(
                "AWS::S3::Bucket",
                name,
                capturedAt,
                "\"configuration\":{\"name\":\"%s\"},\"supplementaryConfiguration\":{}".formatted(name));
    }

    static String snapshot(String... items) {
        return "{\"fileVersion\":\"1.0\",\"configSnapshotId\":\"0f2a\",\"configurationItems\":["
                + String.join(",", Arrays.asList(items)) + "]}";
    }
}
