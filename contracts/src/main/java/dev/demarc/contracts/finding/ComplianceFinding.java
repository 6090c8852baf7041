package dev.demarc.contracts.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Require;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one finding, as a Compliance Finding of OCSF 1.5.0 with the cloud profile
 * (<a href="https://schema.ocsf.io/1.5.0/classes/compliance_finding">schema.ocsf.io</a>). It tells the change and is no
 * document of the finding: labels beside normalised ids, remediation and evidence are left to the API.
 *
 * @param typeUid {@code class_uid * 100 + activity_id}
 * @param statusId where the finding stands after the change; resolved exactly where the activity closes it
 * @param time when the change was committed, in milliseconds of the epoch
 * @param resources the one resource that the finding is on
 * @param unmapped what OCSF has no attribute for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ComplianceFinding(
        int categoryUid,
        int classUid,
        Activity activityId,
        long typeUid,
        SeverityId severityId,
        Status statusId,
        long time,
        Metadata metadata,
        Compliance compliance,
        FindingInfo findingInfo,
        List<Resource> resources,
        Cloud cloud,
        Unmapped unmapped) {
    /** OCSF's category Findings. */
    public static final int CATEGORY = 2;

    /** OCSF's class Compliance Finding. */
    public static final int CLASS = 2003;

    /** What happened to the finding: {@code activity_id} of OCSF's findings. */
    public enum Activity {
        CREATE(1),
        UPDATE(2),
        CLOSE(3);

        private final int id;

        Activity(int id) {
            this.id = id;
        }

        @JsonValue
        public int id() {
            return id;
        }
    }

    /** Where a finding stands: {@code status_id} of OCSF's findings, those that Demarc knows. */
    public enum Status {
        NEW(1),
        /** A waiver accepts it. */
        SUPPRESSED(3),
        RESOLVED(4);

        private final int id;

        Status(int id) {
            this.id = id;
        }

        @JsonValue
        public int id() {
            return id;
        }
    }

    /** {@code severity_id} of OCSF's base event, those that a control may have. */
    public enum SeverityId {
        LOW(2),
        MEDIUM(3),
        HIGH(4),
        CRITICAL(5);

        private final int id;

        SeverityId(int id) {
            this.id = id;
        }

        public static SeverityId of(Severity severity) {
            return switch (severity) {
                case CRITICAL -> CRITICAL;
                case HIGH -> HIGH;
                case MEDIUM -> MEDIUM;
                case LOW -> LOW;
            };
        }

        @JsonValue
        public int id() {
            return id;
        }
    }

    /** @param uid names this event, the same when it is sent again */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Metadata(String version, Product product, List<String> profiles, String uid) {
        public Metadata {
            Require.text(version, "metadata.version");
            Require.present(product, "metadata.product");
            profiles = profiles == null ? List.of() : List.copyOf(profiles);
            Require.text(uid, "metadata.uid");
        }

        static Metadata of(String uid) {
            return new Metadata("1.5.0", new Product("Demarc", "Demarc"), List.of("cloud"), uid);
        }
    }

    /** Who tells it. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Product(String name, String vendorName) {}

    /** @param types the control's category, as AWS's model classes it */
    @JsonNaming(SnakeCaseStrategy.class)
    public record FindingInfo(String uid, String title, long firstSeenTime, List<String> types) {
        public FindingInfo {
            Require.text(uid, "finding_info.uid");
            Require.text(title, "finding_info.title");
            types = types == null ? List.of() : List.copyOf(types);
        }
    }

    /**
     * OCSF's resource details.
     *
     * @param uid the ARN, AWS's id of the resource where it has none
     * @param owner the owning team, null for none
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Resource(
            String uid,
            String type,
            String name,
            String region,
            @Nullable Owner owner) {
        public Resource {
            Require.text(uid, "resources.uid");
            Require.text(type, "resources.type");
        }
    }

    /** A team, as OCSF's user. */
    public record Owner(String name) {}

    /** OCSF's cloud profile. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Cloud(String provider, Account account, String region) {
        public Cloud {
            Require.present(account, "cloud.account");
        }

        static Cloud of(Scope scope) {
            return new Cloud("AWS", new Account(scope.account(), Account.AWS_ACCOUNT), scope.region());
        }
    }

    /** OCSF's account. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Account(String uid, int typeId) {
        private static final int AWS_ACCOUNT = 10;
    }

    /**
     * Facts of our own.
     *
     * @param party whose duty it is
     * @param revision with {@code engine} the judging version
     * @param due when it is to be mended, null where it is closed or its severity has no date
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Unmapped(
            Party party,
            String layer,
            Cause cause,
            int revision,
            int engine,
            @Nullable Instant due) {
        public Unmapped {
            Require.present(party, "unmapped.party");
            Require.text(layer, "unmapped.layer");
            Require.present(cause, "unmapped.cause");
        }
    }

    public ComplianceFinding {
        requireIs(CATEGORY, categoryUid, "category_uid");
        requireIs(CLASS, classUid, "class_uid");
        Require.present(activityId, "activity_id");
        requireIs(typeUid(activityId), typeUid, "type_uid");
        Require.present(severityId, "severity_id");
        if ((activityId == Activity.CLOSE) != (Require.present(statusId, "status_id") == Status.RESOLVED)) {
            throw new IllegalArgumentException("status_id is %s with activity_id %s; accepted: RESOLVED with CLOSE only"
                    .formatted(statusId, activityId));
        }
        Require.present(metadata, "metadata");
        Require.present(compliance, "compliance");
        Require.present(findingInfo, "finding_info");
        resources = resources == null ? List.of() : List.copyOf(resources);
        requireIs(1, resources.size(), "number of resources");
        Require.present(cloud, "cloud");
        Require.present(unmapped, "unmapped");
    }

    /** @param eventUid names this event for good */
    public static ComplianceFinding of(
            String eventUid,
            Instant at,
            Activity activity,
            Status status,
            Severity severity,
            Compliance compliance,
            FindingInfo finding,
            Scope scope,
            Resource resource,
            Unmapped facts) {
        return new ComplianceFinding(
                CATEGORY,
                CLASS,
                activity,
                typeUid(activity),
                SeverityId.of(severity),
                status,
                at.toEpochMilli(),
                Metadata.of(eventUid),
                compliance,
                finding,
                List.of(resource),
                Cloud.of(scope),
                facts);
    }

    public Scope scope() {
        return new Scope(cloud.account().uid(), cloud.region(), resources.get(0).type());
    }

    private static long typeUid(Activity activity) {
        return CLASS * 100L + activity.id();
    }

    private static void requireIs(long accepted, long value, String name) {
        if (value != accepted) {
            throw new IllegalArgumentException("%s is %d; accepted: %d".formatted(name, value, accepted));
        }
    }
}
