package dev.demarc.scanner.collector;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What stands in a planted member: the marker, and where a collector reads on only past a certain value, that value. A
 * member has the same text in every answer, so that what is joined by it is found.
 */
final class Plants {
    static final String REGION = "eu-west-1";

    private static final String ACCOUNT = PlantedItems.ACCOUNT;
    private static final String ROOT = "arn:aws:iam::%s:root".formatted(ACCOUNT);
    private static final String TASK = "arn:aws:ecs:%s:%s:task-definition/planted:7".formatted(REGION, ACCOUNT);
    private static final String VOLUME = "arn:aws:ec2:%s:%s:volume/%s".formatted(REGION, ACCOUNT, Planted.MARKER);
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "planted", "Effect": "Allow",
            "Principal": {"AWS": "planted", "Service": "lambda.amazonaws.com"}, "Action": "planted", "Resource": "planted",
            "Condition": {"StringEquals": {"aws:UserAgent": "hunter22", "aws:RequestTag/planted": "hunter22",
            "aws:SourceVpc": "planted"}}}]}
            """;
    private static final List<String> REPORT = List.of(
            "user",
            "arn",
            "user_creation_time",
            "password_enabled",
            "password_last_used",
            "password_last_changed",
            "password_next_rotation",
            "mfa_active",
            "access_key_1_active",
            "access_key_1_last_rotated",
            "access_key_1_last_used_date",
            "access_key_1_last_used_region",
            "access_key_1_last_used_service",
            "access_key_2_active",
            "access_key_2_last_rotated",
            "access_key_2_last_used_date",
            "access_key_2_last_used_region",
            "access_key_2_last_used_service",
            "cert_1_active",
            "cert_1_last_rotated",
            "cert_2_active",
            "cert_2_last_rotated");
    /** By the member's name, or by its own and the one that it is in. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Account", ACCOUNT),
            Map.entry("Arn", ROOT),
            Map.entry("AttributeName", "Reference-Security-Policy"),
            Map.entry("CloudWatchLogsLogGroupArn", "arn:aws:logs:%s:%s:log-group:planted:*".formatted(REGION, ACCOUNT)),
            Map.entry("Content", report()),
            Map.entry("FileSystemArn", VOLUME),
            Map.entry("HomeRegion", REGION),
            Map.entry("Listeners[1].Protocol", "HTTPS"),
            Map.entry("MetricName", "CPUUtilization"),
            Map.entry("Namespace", "aws:autoscaling:launchconfiguration"),
            Map.entry("OwnerId", ACCOUNT),
            Map.entry("ParameterName", "rds.force_ssl"),
            Map.entry("Path", "/aws-reserved/sso.amazonaws.com/%s".formatted(Planted.MARKER)),
            Map.entry("PolicyArn", ROOT),
            Map.entry("PolicyTypeName", "SSLNegotiationPolicyType"),
            Map.entry("Protocol", "HTTP"),
            Map.entry("QueueUrls", "https://sqs.%s.amazonaws.com/%s/planted".formatted(REGION, ACCOUNT)),
            Map.entry(
                    "RedriveAllowPolicy",
                    "{\"redrivePermission\": \"%1$s\", \"sourceQueueArns\": [\"%1$s\"]}".formatted(Planted.MARKER)),
            Map.entry(
                    "RedrivePolicy",
                    "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 7}".formatted(Planted.MARKER)),
            Map.entry("Results.ResourceArn", VOLUME),
            Map.entry("Role", ROOT),
            Map.entry("Snapshots.State", "completed"),
            Map.entry("State", "COMPLETE"),
            Map.entry("Type", "application"),
            Map.entry("UserData.Value", "cGxhbnRlZA=="),
            Map.entry("homeRegion", REGION),
            Map.entry("taskDefinitionArn", TASK),
            Map.entry("taskDefinitionArns", TASK));

    private static final Set<String> DOCUMENTS = Set.of(
            "AssumeRolePolicyDocument",
            "Document",
            "Policy",
            "PolicyContent",
            "PolicyDocument",
            "PolicyInput",
            "ResourcePolicy",
            "effectivePolicy",
            "lifecyclePolicyText",
            "policy",
            "policyDocument",
            "policyText",
            "resourcePolicy");
    private static final List<String> TOPIC_ATTRIBUTES = List.of(
            "DisplayName",
            "FifoTopic",
            "KmsMasterKeyId",
            "Owner",
            "Policy",
            "SignatureVersion",
            "TopicArn",
            "TracingConfig");
    /** Lists of whose elements collectors read one kind or another. */
    private static final Set<String> OF_TWO_KINDS = Set.of("Functions", "Listeners");
    /** Says that nothing else of what it stands in can be told. */
    private static final String FAULT = "Functions[1].Environment.Error";

    private Plants() {}

    /** @param place the names of the members down to this one, with dots */
    static String text(String place) {
        String member = last(place, 1);
        return DOCUMENTS.contains(member)
                ? POLICY
                : TEXTS.getOrDefault(last(place, 2), TEXTS.getOrDefault(member, Planted.MARKER));
    }

    static boolean isLeftOut(String place) {
        return place.endsWith(FAULT);
    }

    static int elements(String place) {
        return OF_TWO_KINDS.contains(last(place, 1)) ? 2 : 1;
    }

    /** The keys of a map: those that collectors ask for, and one that nobody knows. */
    static Set<String> keys(String place) {
        String member = last(place, 1);
        Set<String> keys = new LinkedHashSet<>(Set.of(Planted.KEY));
        if (member.equalsIgnoreCase("attributes")) {
            keys.addAll(TOPIC_ATTRIBUTES);
            QueueAttributeName.knownValues().forEach(name -> keys.add(name.toString()));
        }
        if (member.equalsIgnoreCase("summaryMap")) {
            SummaryKeyType.knownValues().forEach(name -> keys.add(name.toString()));
        }
        return keys;
    }

    private static String report() {
        String cells = (',' + Planted.MARKER).repeat(REPORT.size() - 1);
        return "%s%n<root_account>%s%n%s%s%n".formatted(String.join(",", REPORT), cells, Planted.MARKER, cells);
    }

    private static String last(String place, int names) {
        int from = place.length();
        for (int i = 0; i < names && from > 0; i++) {
            from = place.lastIndexOf('.', from - 1);
        }
        return place.substring(Math.max(from, -1) + 1);
    }
}
