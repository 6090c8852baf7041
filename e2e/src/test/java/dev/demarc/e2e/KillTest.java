package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.local.platform.Service;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that can be killed is killed in the middle of a load; nothing is lost, left behind or counted twice. */
@Order(2)
@ExtendWith(SamplePlatform.class)
class KillTest {
    @Test
    void losesNothingWhenTheLauncherAndThenTheServicesAreKilledDuringALoad(SamplePlatform.Heirs heirs)
            throws Exception {
        Demarc demarc = Demarc.up("kill", Map.of());
        try {
            awaitLoads(demarc, 1);
            demarc.killLauncher();
            assertThat(SamplePlatform.isLoaded(demarc)).isFalse();

            demarc.upAgain();
            awaitLoads(demarc, 2);
            demarc.kill(Service.ASSESSMENT, Service.SCANNER, Service.CATALOG);
            assertThat(SamplePlatform.isLoaded(demarc)).isFalse();
            demarc.awaitReady();

            SamplePlatform.awaitSample(demarc);
            assertThat(demarc.post(Service.ASSESSMENT, "/api/v1/operations/recount")
                            .path("agrees")
                            .asBoolean())
                    .isTrue();
            heirs.take(demarc);
        } catch (Exception | AssertionError e) {
            demarc.close();
            throw e;
        }
    }

    /** Returns while the given load of the sample runs, the one being the first. */
    private static void awaitLoads(Demarc demarc, int loads) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> demarc.get("/api/v1/scans").path("items").size() >= loads);
    }
}
