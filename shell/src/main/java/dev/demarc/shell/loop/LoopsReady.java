package dev.demarc.shell.loop;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a loop has failed for longer than faults are waited out, whatever the reason. */
@Readiness
@Singleton
final class LoopsReady implements HealthCheck {
    private final Loops loops;

    LoopsReady(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        return LoopsAlive.response("loops at work", loops.notReady());
    }
}
