package dev.demarc.scanner.scan;

import dev.demarc.scanner.aws.Moto;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Kafka, and the emulator where it is installed. */
public final class ScannerStack implements QuarkusTestResourceLifecycleManager {
    private static final String NOBODY = "http://127.0.0.1:1";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers",
                TestBroker.start(),
                "demarc.aws.endpoint",
                Moto.endpointIfInstalled().orElse(NOBODY),
                "demarc.aws.regions",
                "eu-central-1",
                "demarc.aws.calls-per-second",
                "1000",
                "demarc.scan.scheduled",
                "false");
    }

    @Override
    public void stop() {
        // Both are the whole JVM's and end with it.
    }
}
