package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Condition;
import software.amazon.awssdk.services.guardduty.model.FindingCriteria;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;

/** Detectors of GuardDuty, with what they look at and whether anything grave that they found is open. */
@Singleton
public final class GuardDutyDetectorCollector implements Collector {
    private static final long HIGH = 7;
    private static final FindingCriteria OPEN_AND_HIGH = FindingCriteria.builder()
            .criterion(Map.of(
                    "severity",
                    Condition.builder().greaterThanOrEqual(HIGH).build(),
                    "service.archived",
                    Condition.builder().equalsValue("false").build()))
            .build();

    @Override
    public String type() {
        return "AWS::GuardDuty::Detector";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        GuardDutyClient guard = reading.aws().client(GuardDutyClient.class, GuardDutyClient::builder);
        reading.each(
                "guardduty:ListDetectors",
                () -> guard.listDetectorsPaginator().detectorIds().stream(),
                id -> item(reading, guard, id));
    }

    private static ItemBuilder item(Reading reading, GuardDutyClient guard, String id) {
        ItemBuilder item = reading.item(id).arn(reading.arn("guardduty", "detector/" + id));
        return item.configuration("guardduty:GetDetector", () -> configuration(guard, id, item))
                .detail("hasOpenHighFindings", "guardduty:ListFindings", () -> !guard.listFindings(
                                request -> request.detectorId(id)
                                        .findingCriteria(OPEN_AND_HIGH)
                                        .maxResults(1))
                        .findingIds()
                        .isEmpty());
    }

    private static Map<String, @Nullable Object> configuration(GuardDutyClient guard, String id, ItemBuilder item) {
        GetDetectorResponse detector = guard.getDetector(request -> request.detectorId(id));
        item.tags(detector.tags().entrySet(), Map.Entry::getKey, Map.Entry::getValue);
        return Members.only(canonical(detector), "createdAt", "features", "findingPublishingFrequency", "status");
    }
}
