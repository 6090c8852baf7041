package dev.demarc.contracts.event;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.contracts.scorecard.Scorecard;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a message is: its CloudEvents {@code type} is {@link #ceType()}, name and version. */
public enum EventType {
    CATALOG_REVISION("dev.demarc.catalog.revision", 1, CatalogRevision.class),
    ACCOUNT("dev.demarc.account", 1, Account.class),
    SCAN_REQUEST("dev.demarc.scan.request", 1, ScanRequest.class),
    SCAN_TASK("dev.demarc.scan.task", 1, ScanTask.class),
    SCAN_PROGRESS("dev.demarc.scan.progress", 1, ScanProgress.class),
    SCAN_FAILED("dev.demarc.scan.failed", 1, ScanFailed.class),
    RUN_BEGUN("dev.demarc.run.begun", 1, RunBegun.class),
    RESOURCE_CONFIGURATION("dev.demarc.resource.configuration", 1, ResourceConfiguration.class),
    RUN_PAGE("dev.demarc.run.page", 1, RunPage.class),
    RUN_ENDED("dev.demarc.run.ended", 1, RunEnded.class),
    SCORECARD("dev.demarc.scorecard", 1, Scorecard.class),
    COMPLIANCE_FINDING("dev.demarc.finding.compliance", 1, ComplianceFinding.class),
    FINDING_SUMMARY("dev.demarc.finding.summary", 1, FindingSummary.class);

    private static final Map<String, EventType> BY_CE_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::ceType, Function.identity()));

    private final String ceType;
    private final Class<?> payload;

    EventType(String name, int version, Class<?> payload) {
        this.ceType = name + ".v" + version;
        this.payload = payload;
    }

    /** @throws UnknownEventTypeException where a newer or foreign writer made the message */
    public static EventType of(String ceType) {
        EventType type = BY_CE_TYPE.get(ceType);
        if (type == null) {
            throw new UnknownEventTypeException(ceType);
        }
        return type;
    }

    public String ceType() {
        return ceType;
    }

    public Class<?> payload() {
        return payload;
    }
}
