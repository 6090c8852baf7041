package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AccountDirectory;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.canonical.Canonicalizer;
import dev.demarc.scanner.canonical.KeyedHash;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.snapshot.EmptyMemory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.function.BiFunction;

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
        return at(moto.endpoint(), scope);
    }

    public static Recorded at(URI endpoint, Scope scope) {
        return through(EmulatedAws.access(endpoint), scope);
    }

    /** With clients that no other test uses, such as those that AWS makes wait. */
    public static Recorded through(AwsAccess access, Scope scope) {
        Recorded recorded = new Recorded();
        TaskRunner runner = new TaskRunner(
                access,
                AllCollectors.make(),
                canonicalizer(),
                new Bus(recorded.producer()),
                Clock.systemUTC(),
                new FixedScanConfig());
        try {
            runner.run(new ScanTask(scope, new RunId("test", 1)), TraceParent.start());
        } finally {
            runner.close();
        }
        return recorded;
    }

    public static ScanConfig config() {
        return new FixedScanConfig();
    }

    /** Makes a command that plans and reads at the emulator. */
    public static <C> C command(Moto moto, Recorded recorded, BiFunction<ScanStart, TaskRunner, C> make) {
        FixedAwsConfig aws = FixedAwsConfig.at(moto.endpoint());
        AwsAccess access = EmulatedAws.access(moto.endpoint());
        Bus bus = new Bus(recorded.producer());
        ScanStart start = new ScanStart(
                new AccountDirectory(access, aws, Clock.systemUTC()),
                AllCollectors.make(),
                bus,
                new EmptyMemory(),
                Clock.systemUTC());
        return make.apply(
                start, new TaskRunner(access, AllCollectors.make(), canonicalizer(), bus, Clock.systemUTC(), config()));
    }
}
