package dev.demarc.contracts.event;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ProviderHalf;
import dev.demarc.contracts.catalog.Remedy;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.Compliance;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Relationship;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Gap;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One example of what each event type carries, every component filled. */
final class Samples {
    static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");
    static final Scope SCOPE = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");
    static final RunId RUN = new RunId("daily-2026-03-01", 1);

    private Samples() {}

    static Object of(EventType type) {
        return switch (type) {
            case CATALOG_REVISION -> catalogRevision();
            case ACCOUNT ->
                new Account(
                        "111122223333",
                        "payments-prod",
                        "o-example",
                        List.of("Workloads", "Prod"),
                        Account.Status.ACTIVE,
                        List.of("eu-central-1"),
                        "payments");
            case SCAN_REQUEST ->
                new ScanRequest(
                        "daily-2026-03-01",
                        AT,
                        ScanRequest.Trigger.SCHEDULE,
                        List.of("111122223333"),
                        List.of("eu-central-1"),
                        List.of("AWS::S3::Bucket"));
            case SCAN_TASK -> new ScanTask(SCOPE, RUN);
            case SCAN_PROGRESS ->
                new ScanProgress(
                        RUN,
                        SCOPE,
                        ScanProgress.Phase.ENDED,
                        AT,
                        Outcome.DENIED,
                        0,
                        "listing was refused",
                        "s3:ListAllMyBuckets",
                        "1 listed item is not read: it has no id");
            case SCAN_FAILED ->
                new ScanFailed("daily-2026-03-01", AT, "the accounts of the organisation cannot be listed");
            case RUN_BEGUN -> new RunBegun(SCOPE, RUN, Source.LIVE, AT);
            case RESOURCE_CONFIGURATION -> bucket();
            case RUN_PAGE -> RunPage.of(SCOPE, RUN, 0, new long[] {1, -1, Long.MIN_VALUE});
            case RUN_ENDED ->
                new RunEnded(
                        SCOPE,
                        RUN,
                        Outcome.COMPLETE,
                        1,
                        3,
                        new IdDigest().hex(),
                        AT,
                        null,
                        null,
                        "1 listed item is not read: it has no id");
            case SCORECARD -> scorecard();
            case COMPLIANCE_FINDING -> opened();
            case FINDING_SUMMARY -> new FindingSummary(SCOPE, AT, Cause.CATALOG, 3, 2, 1);
        };
    }

    static ResourceConfiguration bucket() {
        Map<String, Object> supplementary = new HashMap<>();
        supplementary.put("bucketPolicy", null);
        supplementary.put("bucketVersioning", Map.of("status", "Enabled"));
        return new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                "AWS::S3::Bucket",
                "reports",
                "arn:aws:s3:::reports",
                "reports",
                Map.of("team", "payments"),
                AT,
                Map.of("name", "reports", "objects", 7L),
                Collections.unmodifiableMap(supplementary),
                List.of(new Relationship("AWS::KMS::Key", "k-1", "Is encrypted by")),
                List.of(new Unread("supplementaryConfiguration.bucketAcl", "access denied", "s3:GetBucketAcl")));
    }

    private static ComplianceFinding opened() {
        return ComplianceFinding.of(
                "0b0e7a5e-8f3e-4c55-9f0a-3d0f5f2c9a11",
                AT,
                ComplianceFinding.Activity.CREATE,
                ComplianceFinding.Status.NEW,
                Severity.CRITICAL,
                new Compliance(
                        "s3-bucket-not-public", List.of("CIS AWS 7.0"), Compliance.Result.OTHER, "Not applicable"),
                new ComplianceFinding.FindingInfo(
                        ResourceKey.of(SCOPE, "reports") + ".s3-bucket-not-public",
                        "Bucket is not open to the public",
                        AT.minusSeconds(60).toEpochMilli(),
                        List.of(Category.SHARED.name())),
                SCOPE,
                new ComplianceFinding.Resource(
                        "arn:aws:s3:::reports",
                        SCOPE.type(),
                        "reports",
                        SCOPE.region(),
                        new ComplianceFinding.Owner("payments")),
                new ComplianceFinding.Unmapped(
                        Party.SHARED, "data", Cause.CONFIGURATION, 2, 1, AT.plusSeconds(7 * 86_400L)));
    }

    private static Scorecard scorecard() {
        Score score = new Score(87.5, 80.0, 92.0, 0.93, 75.0, new Counts(70, 10, 6, 0, 14));
        return new Scorecard(
                "111122223333",
                "o-example",
                3,
                AT,
                2,
                1,
                true,
                AT.minusSeconds(60),
                AT,
                Grade.B,
                score,
                score,
                score,
                new Assurance(8, 9),
                100,
                9,
                10,
                List.of(new Blind(
                        "eu-central-1", "AWS::EC2::Instance", Blind.State.DENIED, "denied", "ec2:DescribeInstances")),
                List.of(new Gap("s3-bucket-not-public", 10, 4.2)),
                PackedTallies.pack(List.of(new Tally(1, Party.CUSTOMER, "", new Counts(70, 10, 6, 0, 14)))));
    }

    private static CatalogRevision catalogRevision() {
        Responsibility customer = new Responsibility(Party.CUSTOMER, "You own your data.", "AWS");
        return new CatalogRevision(
                2,
                AT,
                List.of(new Layer("data", "Data", false, "What you store.")),
                List.of(new ModelDefinition(
                        ServiceModel.ABSTRACTED, "Abstracted", "No server.", Map.of("data", customer))),
                List.of(new Service(
                        "s3",
                        "Amazon S3",
                        ServiceModel.ABSTRACTED,
                        "Objects.",
                        List.of(new ResourceType("AWS::S3::Bucket", Placement.REGIONAL)),
                        Map.of("data", customer),
                        List.of(new Variant(
                                "sse-kms",
                                "Customer key",
                                List.of("AWS::S3::Bucket"),
                                "true",
                                Map.of("data", customer),
                                List.of("sse-s3"),
                                new Variant.Owner("configuration.ownerId", true))),
                        LocalDate.parse("2030-01-01"))),
                List.of(new Control(
                        "s3-bucket-not-public",
                        1,
                        "Bucket is not open to the public",
                        "s3",
                        "AWS::S3::Bucket",
                        Placement.REGIONAL,
                        "data",
                        Category.SHARED,
                        Severity.CRITICAL,
                        Control.Assessment.AUTOMATED,
                        "true",
                        "true",
                        List.of("supplementaryConfiguration.bucketPolicy"),
                        "Anyone could read it.",
                        new Remedy("Block it.", "aws s3api", "resource"),
                        new ProviderHalf("AWS enforces it.", List.of("aws-soc-2")),
                        List.of("D36"),
                        Map.of("securityhub", List.of("S3.2")),
                        List.of("s3-bucket-logged"),
                        365,
                        "public on purpose")),
                List.of(new Framework("cis", "CIS AWS", "7.0", Map.of("3.1.4", "Block public access"))),
                List.of(new ReportSeries(
                        "aws-soc-2", "AWS SOC 2", "Security of the services in scope.", "AWS Artifact")),
                List.of(new ProviderEvidence(
                        "aws-soc-2-2026h1",
                        "aws-soc-2",
                        "o-example",
                        "SOC 2",
                        ProviderEvidence.Type.PERIOD,
                        LocalDate.parse("2026-05-01"),
                        LocalDate.parse("2025-10-01"),
                        LocalDate.parse("2026-03-31"),
                        LocalDate.parse("2027-03-31"),
                        LocalDate.parse("2026-12-31"),
                        List.of("s3"),
                        List.of("eu-central-1"),
                        List.of("none"),
                        List.of("configure it"),
                        "AWS Artifact")),
                new Parameters(
                        Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1),
                        Map.of(Severity.CRITICAL, 7),
                        Map.of(Severity.CRITICAL, 14, Severity.HIGH, 60, Severity.MEDIUM, 120, Severity.LOW, 240),
                        Map.of("trustedAccounts", List.of("111122223333"))));
    }
}
