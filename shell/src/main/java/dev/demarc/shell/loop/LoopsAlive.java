package dev.demarc.shell.loop;

import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Not alive once a loop died, stands still, or fails by a defect: a restart may mend it, waiting does not. */
@Liveness
@Singleton
final class LoopsAlive implements HealthCheck {
    private final Loops loops;

    LoopsAlive(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        return response("loops", loops.notAlive());
    }

    static HealthCheckResponse response(String name, Map<String, String> ill) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name).status(ill.isEmpty());
        ill.forEach(response::withData);
        return response.build();
    }
}
