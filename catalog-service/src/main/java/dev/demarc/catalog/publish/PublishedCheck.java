package dev.demarc.catalog.publish;

import dev.demarc.catalog.revision.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which revision Kafka is known to have; the service is ready without Kafka, because its reads go on. */
@Readiness
@ApplicationScoped
class PublishedCheck implements HealthCheck {
    private final Revisions revisions;
    private final RevisionPublisher publisher;

    PublishedCheck(Revisions revisions, RevisionPublisher publisher) {
        this.revisions = revisions;
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog revision")
                .withData("current", revisions.current().number())
                .withData("onKafka", publisher.onKafka())
                .up()
                .build();
    }
}
