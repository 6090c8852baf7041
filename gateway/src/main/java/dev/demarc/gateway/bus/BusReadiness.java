package dev.demarc.gateway.bus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the bus has been read to its end; stays so without Kafka, since reads go on from memory. */
@Readiness
@ApplicationScoped
class BusReadiness implements HealthCheck {
    private final BusStatus status;

    BusReadiness(BusStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        String waitingFor = status.waitingFor();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("bus")
                .status(waitingFor == null)
                .withData("kafkaAnswers", status.kafkaAnswers())
                .withData("ageSeconds", status.age().toSeconds());
        return waitingFor == null
                ? response.build()
                : response.withData("waitingFor", waitingFor).build();
    }
}
