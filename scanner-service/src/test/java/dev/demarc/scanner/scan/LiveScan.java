package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.canonical.Canonicalizer;
import dev.demarc.scanner.canonical.KeyedHash;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Reads scopes of the emulator the way a worker does. */
public final class LiveScan {
    public static final KeyedHash HASH = new KeyedHash("a key for tests only".getBytes(StandardCharsets.UTF_8));

    private LiveScan() {}

    public static Canonicalizer canonicalizer() {
        return new Canonicalizer(HASH, Set.of("team", "name"));
    }

    public static Recorded of(Moto moto, String region, String type) {
        return of(moto, new Scope(Moto.ACCOUNT, region, type));
    }

    public static Recorded of(Moto moto, Scope scope) {
        Recorded recorded = new Recorded();
        TaskRunner runner = new TaskRunner(
                new AwsAccess(FixedAwsConfig.at(moto.endpoint())),
                AllCollectors.make(),
                canonicalizer(),
                new Bus(recorded.producer()),
                Clock.systemUTC(),
                new FixedScanConfig());
        try {
            runner.run(new ScanTask(scope, new RunId("test", 1), Instant.now().plusSeconds(60)), TraceParent.start());
        } finally {
            runner.close();
        }
        return recorded;
    }
}
