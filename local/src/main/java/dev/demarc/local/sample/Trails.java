package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What watches an account: trails with their alarms, recorders of AWS Config, analyzers of access. */
final class Trails implements Family {
    static final String TRAIL = "AWS::CloudTrail::Trail";
    static final String ALARM = "AWS::CloudWatch::Alarm";
    static final String RECORDER = "AWS::Config::ConfigurationRecorder";
    static final String ANALYZER = "AWS::AccessAnalyzer::Analyzer";
    private static final List<String> HOMES = SampleAccount.REGIONS.subList(0, 1);
    private static final List<String> RECORDED = SampleAccount.REGIONS.subList(0, 2);
    private static final Map<String, String> PATTERNS = Map.of(
            "root-use",
            "{ $.userIdentity.type = \"Root\" && $.eventType != \"AwsServiceEvent\" }",
            "sign-in-without-mfa",
            "{ $.eventName = \"ConsoleLogin\" && $.additionalEventData.MFAUsed != \"Yes\" }",
            "policy-changes",
            "{ $.eventName = PutUserPolicy || $.eventName = PutRolePolicy || $.eventName = PutGroupPolicy"
                    + " || $.eventName = CreatePolicyVersion || $.eventName = AttachUserPolicy"
                    + " || $.eventName = AttachRolePolicy || $.eventName = AttachGroupPolicy }",
            "trail-changes",
            "{ $.eventName = UpdateTrail || $.eventName = DeleteTrail || $.eventName = StopLogging }",
            "key-deletion",
            "{ $.eventName = DisableKey || $.eventName = ScheduleKeyDeletion }",
            "refused-calls",
            "{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\" }",
            "bucket-policies",
            "{ $.eventName = PutBucketPolicy || $.eventName = PutBucketAcl || $.eventName = DeleteBucketPolicy }",
            "security-groups",
            "{ $.eventName = AuthorizeSecurityGroupIngress || $.eventName = AuthorizeSecurityGroupEgress"
                    + " || $.eventName = RevokeSecurityGroupIngress || $.eventName = RevokeSecurityGroupEgress"
                    + " || $.eventName = CreateSecurityGroup || $.eventName = DeleteSecurityGroup }",
            "networks",
            "{ $.eventName = CreateNetworkAcl || $.eventName = ReplaceNetworkAclEntry"
                    + " || $.eventName = AttachInternetGateway || $.eventName = CreateRoute"
                    + " || $.eventName = ReplaceRoute || $.eventName = DeleteVpc"
                    + " || $.eventName = CreateVpcPeeringConnection }");

    private final SampleAccount account;
    private final Dice dice;

    Trails(SampleAccount account) {
        this.account = account;
        this.dice = new Dice(account.id() + "/trails", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(TRAIL, ALARM, RECORDER, ANALYZER);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> items = new ArrayList<>();
        if (HOMES.contains(region)) {
            if (!account.equals(SampleAccount.BUILD)) {
                items.add(trail(region, "account-trail", true));
            }
            items.add(alarm(region));
            items.add(analyzer(region));
        }
        if (RECORDED.contains(region)) {
            items.add(recorder(region));
        }
        if (HOMES.contains(region) && account.name().equals("org-management")) {
            items.add(trail(region, "organization-home", false).with("isOrganizationTrail", true));
        }
        if (HOMES.contains(region) && account.equals(SampleAccount.SANDBOX)) {
            items.add(trail(region, "trial", false).beside("trailStatus", status(later)));
        }
        return items;
    }

    private Item trail(String region, String name, boolean everywhere) {
        String arn = "arn:aws:cloudtrail:%s:%s:trail/%s".formatted(region, account.id(), name);
        boolean feeds = everywhere && (account.quality() > 0.5);
        String group = "arn:aws:logs:%s:%s:log-group:%s:*".formatted(region, account.id(), name);
        return new Item(new Scope(account.id(), region, TRAIL), arn, arn)
                .tag("Name", name)
                .tag("team", account.team())
                .with("name", name)
                .with("trailARN", arn)
                .with("homeRegion", region)
                .with("isMultiRegionTrail", everywhere)
                .with("isOrganizationTrail", false)
                .with("includeGlobalServiceEvents", everywhere)
                .with("s3BucketName", "log-archive-trails")
                .with("logFileValidationEnabled", dice.good())
                .with("kmsKeyId", dice.good() ? "arn:aws:kms:%s:000000001012:key/trails".formatted(region) : null)
                .with("cloudWatchLogsLogGroupArn", feeds ? group : null)
                .beside("trailStatus", status(true))
                .beside("eventSelectors", selectors(dice.good()))
                .beside("metricFilters", feeds ? filters(region) : null);
    }

    private List<Object> filters(String region) {
        List<Object> filters = new ArrayList<>();
        PATTERNS.keySet().stream()
                .sorted()
                .forEach(name -> filters.add(Map.of(
                        "filterName",
                        name,
                        "filterPattern",
                        PATTERNS.getOrDefault(name, ""),
                        "alarms",
                        dice.good() ? List.of(heard(region, name)) : List.of())));
        return filters;
    }

    private Map<String, Object> heard(String region, String name) {
        return Map.of("alarmName", name, "actionsEnabled", true, "alarmActions", List.of(topic(region)));
    }

    private String topic(String region) {
        return "arn:aws:sns:%s:%s:security".formatted(region, account.id());
    }

    private static Map<String, @Nullable Object> status(boolean logging) {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("isLogging", logging);
        status.put("latestDeliveryError", null);
        status.put("latestCloudWatchLogsDeliveryError", null);
        return status;
    }

    private static Map<String, @Nullable Object> selectors(boolean all) {
        Map<String, @Nullable Object> selectors = new LinkedHashMap<>();
        selectors.put(
                "eventSelectors",
                List.of(Map.of("readWriteType", all ? "All" : "WriteOnly", "includeManagementEvents", true)));
        selectors.put("advancedEventSelectors", null);
        return selectors;
    }

    private Item alarm(String region) {
        String name = "cpu-outside-working-hours";
        return new Item(
                        new Scope(account.id(), region, ALARM),
                        name,
                        "arn:aws:cloudwatch:%s:%s:alarm:%s".formatted(region, account.id(), name))
                .with("alarmName", name)
                .with("namespace", "AWS/EC2")
                .with("metricName", "CPUUtilization")
                .with("threshold", 80.0)
                .with("actionsEnabled", true)
                .with("alarmActions", dice.good() ? List.of(topic(region)) : List.of());
    }

    private Item recorder(String region) {
        return new Item(
                        new Scope(account.id(), region, RECORDER),
                        "default",
                        "arn:aws:config:%s:%s:configuration-recorder/default".formatted(region, account.id()))
                .with("name", "default")
                .with("roleARN", "arn:aws:iam::%s:role/config".formatted(account.id()))
                .with("recordingGroup", Map.of("allSupported", dice.good(), "includeGlobalResourceTypes", true))
                .beside("recorderStatus", Map.of("recording", dice.good(), "lastStatus", "SUCCESS"))
                .beside("deliveryChannels", List.of(Map.of("name", "default", "s3BucketName", "log-archive-config")));
    }

    private Item analyzer(String region) {
        String arn = "arn:aws:access-analyzer:%s:%s:analyzer/outside".formatted(region, account.id());
        return new Item(new Scope(account.id(), region, ANALYZER), arn, arn)
                .tag("Name", "outside")
                .with("arn", arn)
                .with("name", "outside")
                .with("type", "ACCOUNT")
                .with("status", "ACTIVE")
                .beside("hasOpenFindings", !dice.good());
    }
}
