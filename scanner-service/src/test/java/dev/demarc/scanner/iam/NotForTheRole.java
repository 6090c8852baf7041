package dev.demarc.scanner.iam;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Actions that the role in a scanned account may never have. */
final class NotForTheRole {
    /** Permissions that an item may say it misses, and why the role has them not all the same. */
    static final Map<String, String> WHY = Map.of(
            "kms:Decrypt",
            "it reads whatever the key protects; grant it on a function's own key, through Lambda",
            "sts:GetCallerIdentity",
            "AWS lets everybody call it");

    private static final Pattern READS = Pattern.compile("[a-z0-9-]+:(BatchGet|Describe|Generate|Get|GET|List).*");

    /** What people and programs put into AWS: objects, items, messages, secrets, code, sessions. */
    private static final Set<String> DATA = Set.of(
            "athena:GetQueryResults",
            "cloudformation:GetTemplate",
            "cloudfront:GetFunction",
            "codecommit:GetBlob",
            "codecommit:GetFile",
            "cognito-idp:ListUsers",
            "dynamodb:BatchGetItem",
            "dynamodb:GetItem",
            "dynamodb:GetRecords",
            "ebs:GetSnapshotBlock",
            "ec2:GetConsoleOutput",
            "ec2:GetConsoleScreenshot",
            "ec2:GetPasswordData",
            "ecr:BatchGetImage",
            "ecr:GetAuthorizationToken",
            "ecr:GetDownloadUrlForLayer",
            "ecs:DescribeTasks",
            "identitystore:ListUsers",
            "kinesis:GetRecords",
            "lambda:GetFunction",
            "lambda:GetLayerVersion",
            "lightsail:GetInstanceAccessDetails",
            "logs:GetLogEvents",
            "logs:GetLogRecord",
            "logs:GetQueryResults",
            "s3:ListBucket",
            "s3:ListBucketVersions",
            "secretsmanager:BatchGetSecretValue",
            "secretsmanager:GetSecretValue",
            "ses:ListContacts",
            "ssm:GetDocument",
            "sts:GetFederationToken",
            "sts:GetSessionToken");

    private static final Pattern FAMILIES = Pattern.compile("s3:GetObject.*|ssm:GetParameter.*");

    private NotForTheRole() {}

    static boolean refuses(String action) {
        return DATA.contains(action)
                || FAMILIES.matcher(action).matches()
                || !READS.matcher(action).matches();
    }
}
