package dev.demarc.gateway;

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
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.gateway.catalog.CurrentCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** A catalog of three layers, three services and four controls, small enough to reckon with by hand. */
public final class Catalogs {
    public static final int BUCKET_PUBLIC = 1;
    public static final int BUCKET_LOGS = 2;
    public static final int PATCHING = 3;
    public static final int FACILITIES = 4;

    /** Whose the report on file is. */
    public static final String ORGANIZATION = "o-example";

    private Catalogs() {}

    /** The small one, as it is in force. */
    public static CurrentCatalog current() {
        ProducerRecord<String, byte[]> sent =
                Event.of(EventType.CATALOG_REVISION, small(), "/test").to(Topic.CATALOG, "current", Instant.EPOCH);
        CurrentCatalog current = new CurrentCatalog();
        current.accept(
                new ConsumerRecord<>(
                        sent.topic(),
                        0,
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        sent.key(),
                        sent.value(),
                        sent.headers(),
                        Optional.empty()),
                false);
        return current;
    }

    public static CatalogRevision small() {
        return numbered(7);
    }

    public static CatalogRevision numbered(int number) {
        return new CatalogRevision(
                number,
                Instant.parse("2026-05-01T00:00:00Z"),
                List.of(
                        new Layer("facilities", "Facilities", true, "Buildings"),
                        new Layer("guest-os", "Guest operating system", false, "What runs on an instance"),
                        new Layer("data", "Data", false, "What is kept")),
                List.of(
                        model(ServiceModel.IAAS, Party.CUSTOMER),
                        model(ServiceModel.PAAS, Party.AWS),
                        model(ServiceModel.ABSTRACTED, Party.AWS)),
                List.of(ec2(), rds(), s3()),
                List.of(
                        control(
                                "s3-bucket-not-public",
                                BUCKET_PUBLIC,
                                "data",
                                Severity.CRITICAL,
                                Category.CUSTOMER_SPECIFIC),
                        control("s3-bucket-logs", BUCKET_LOGS, "data", Severity.LOW, Category.CUSTOMER_SPECIFIC),
                        control("ec2-patched", PATCHING, "guest-os", Severity.HIGH, Category.SHARED),
                        control("aws-facilities", FACILITIES, "facilities", Severity.HIGH, Category.INHERITED)),
                List.of(new Framework(
                        "cis", "CIS AWS Foundations", "7.0", Map.of("1", "Buckets", "2", "Patches", "9", "Others"))),
                List.of(),
                List.of(new ProviderEvidence(
                        "soc-2-2026-03",
                        "aws-soc-2",
                        ORGANIZATION,
                        "AWS SOC 2",
                        ProviderEvidence.Type.PERIOD,
                        LocalDate.parse("2026-04-15"),
                        LocalDate.parse("2025-10-01"),
                        LocalDate.parse("2026-03-31"),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "AWS Artifact")),
                new Parameters(
                        Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1),
                        Map.of(),
                        Map.of(),
                        Map.of()));
    }

    private static Control control(String id, int number, String layer, Severity severity, Category category) {
        boolean automated = category != Category.INHERITED;
        return new Control(
                id,
                number,
                "Title of " + id,
                id.startsWith("s3") ? "s3" : "ec2",
                automated ? (id.startsWith("s3") ? "AWS::S3::Bucket" : "AWS::EC2::Instance") : null,
                Placement.REGIONAL,
                layer,
                category,
                severity,
                automated ? Control.Assessment.AUTOMATED : Control.Assessment.PROVIDER_EVIDENCE,
                null,
                automated ? "true" : null,
                List.of(),
                "Because",
                new Remedy(null, null, null),
                category == Category.CUSTOMER_SPECIFIC
                        ? null
                        : new ProviderHalf("AWS does its part", List.of("aws-soc-2")),
                List.of(),
                Map.of("cis", List.of(layer.equals("data") ? "1" : "2")),
                List.of(),
                null,
                null);
    }

    private static ModelDefinition model(ServiceModel model, Party guestOs) {
        return new ModelDefinition(
                model,
                "Model " + model,
                "About " + model,
                Map.of(
                        "facilities", says(Party.AWS, "AWS runs the buildings."),
                        "guest-os", says(guestOs, "The model's rule."),
                        "data", says(Party.CUSTOMER, "Data is yours.")));
    }

    private static Service ec2() {
        return new Service(
                "ec2",
                "Amazon EC2",
                ServiceModel.IAAS,
                "Instances",
                List.of(new ResourceType("AWS::EC2::Instance", Placement.REGIONAL)),
                Map.of(),
                List.of(),
                null);
    }

    private static Service rds() {
        return new Service(
                "rds",
                "Amazon RDS",
                ServiceModel.PAAS,
                "Databases",
                List.of(new ResourceType("AWS::RDS::DBInstance", Placement.REGIONAL)),
                Map.of("guest-os", says(Party.AWS, "RDS has no guest of yours.")),
                List.of(new Variant(
                        "custom",
                        "RDS Custom",
                        List.of(),
                        "configuration.engine.startsWith('custom-')",
                        Map.of("guest-os", says(Party.CUSTOMER, "RDS Custom hands you the operating system.")),
                        List.of(),
                        null)),
                null);
    }

    private static Service s3() {
        return new Service(
                "s3",
                "Amazon S3",
                ServiceModel.ABSTRACTED,
                "Buckets",
                List.of(new ResourceType("AWS::S3::Bucket", Placement.REGIONAL)),
                Map.of(),
                List.of(),
                null);
    }

    private static Responsibility says(Party party, String rule) {
        return new Responsibility(party, rule, "AWS shared responsibility model");
    }
}
