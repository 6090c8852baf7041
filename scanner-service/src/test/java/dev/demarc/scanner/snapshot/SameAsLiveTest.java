package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.aws.ReplicaShare;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameAsLiveTest {
    private final Moto moto = Moto.start();

    @Test
    void aSnapshotFileOfTheSameResourcesGivesTheSameItemsAsALiveScan(@TempDir Path folder) throws IOException {
        moto.reset();
        AwsClients aws = new AwsAccess(FixedAwsConfig.at(moto.endpoint()), new ReplicaShare())
                .clients(Moto.ACCOUNT, "us-east-1");
        aws.s3().createBucket(request -> request.bucket("data"));
        aws.iam().createUser(request -> request.userName("alice"));
        aws.iam().createAccessKey(request -> request.userName("alice"));
        List<ResourceConfiguration> live = new ArrayList<>();
        for (String type : List.of("AWS::S3::Bucket", "AWS::EC2::SecurityGroup", "AWS::::Account")) {
            live.addAll(LiveScan.of(moto, "us-east-1", type).items());
        }
        live.addAll(LiveScan.of(moto, Scope.GLOBAL, "AWS::IAM::User").items());
        String lines = live.stream()
                .map(item -> new String(Json.bytes(item), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        Recorded imported = new Recorded();

        new SnapshotImport(
                        new Bus(imported.producer()),
                        LiveScan.canonicalizer(),
                        AllCollectors.make(),
                        new EmptyMemory(),
                        Clock.systemUTC())
                .run(
                        Files.writeString(folder.resolve("live.jsonl"), lines),
                        ImportOptions.NONE,
                        EmptyMemory.before(),
                        ended -> {});

        assertThat(imported.items()).hasSizeGreaterThan(3).containsExactlyInAnyOrderElementsOf(live);
        assertThat(imported.headers(EventHeaders.DIGEST))
                .containsExactlyInAnyOrderElementsOf(live.stream()
                        .map(item -> LiveScan.canonicalizer().canonical(item).digest())
                        .toList());
    }
}
