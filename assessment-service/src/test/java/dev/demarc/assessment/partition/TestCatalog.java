package dev.demarc.assessment.partition;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ProviderHalf;
import dev.demarc.contracts.catalog.Remedy;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Revisions of a small catalog of buckets, with a variant that makes their data AWS's. */
final class TestCatalog {
    static final int ENCRYPTED = 1;
    static final int POLICY = 2;
    static final int AGE = 3;
    static final int SHARED = 4;
    static final int BROKEN = 5;
    static final int NEW_IN_SECOND = 6;
    static final int LISTING = 7;
    static final String ATTESTED = "people-trained";

    private TestCatalog() {}

    static CatalogRevision first() {
        return revision(
                1, Stream.of(encrypted("configuration.encrypted == true"), policy(), age(), shared(), divides()));
    }

    /** Turns the verdict on encryption around and has one control more. */
    static CatalogRevision second() {
        return revision(
                2,
                Stream.of(
                        encrypted("configuration.encrypted == false"),
                        policy(),
                        age(),
                        shared(),
                        divides(),
                        control(
                                NEW_IN_SECOND,
                                "bucket-named",
                                Category.CUSTOMER_SPECIFIC,
                                "configuration.name != ''")));
    }

    /** Turns the verdict on encryption back. */
    static CatalogRevision third() {
        return revision(
                3, Stream.of(encrypted("configuration.encrypted == true"), policy(), age(), shared(), divides()));
    }

    /** Judges as the first and gives accounts without a team to that of their unit. */
    static CatalogRevision withTeamsOfUnits(int number, Map<String, String> teams) {
        return revision(
                number,
                Stream.of(encrypted("configuration.encrypted == true"), policy(), age(), shared(), divides()),
                Map.of("ouTeams", teams));
    }

    /** Has a control that goes through a list. */
    static CatalogRevision listing() {
        return revision(
                2,
                Stream.of(
                        encrypted("configuration.encrypted == true"),
                        control(
                                LISTING,
                                "bucket-listing",
                                Category.CUSTOMER_SPECIFIC,
                                "configuration.list.all(each, each >= 0)")));
    }

    /** The first with a control that is attested, which a bucket without a policy contradicts. */
    static CatalogRevision stated() {
        return stated(2);
    }

    static CatalogRevision stated(int number) {
        return revision(
                number,
                Stream.of(
                        encrypted("configuration.encrypted == true"),
                        policy(),
                        age(),
                        shared(),
                        divides(),
                        attested()));
    }

    /** Cannot be compiled. */
    static CatalogRevision broken() {
        return revision(4, Stream.of(encrypted("configuration.encrypted ==")));
    }

    private static CatalogRevision revision(int number, Stream<Control> controls) {
        return revision(number, controls, Map.of());
    }

    private static CatalogRevision revision(int number, Stream<Control> controls, Map<String, Object> parameters) {
        return new CatalogRevision(
                number,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Layer("data", "Data", false, "What you store.")),
                List.of(new ModelDefinition(
                        ServiceModel.ABSTRACTED, "Abstracted", "AWS runs it.", Map.of("data", whose(Party.CUSTOMER)))),
                List.of(
                        new Service(
                                "s3",
                                "Amazon S3",
                                ServiceModel.ABSTRACTED,
                                "Objects in buckets.",
                                List.of(new ResourceType(Inputs.BUCKET, Placement.REGIONAL)),
                                Map.of(),
                                List.of(new Variant(
                                        "managed",
                                        "Managed",
                                        List.of(),
                                        "configuration.managed == true",
                                        Map.of("data", whose(Party.AWS)),
                                        List.of(),
                                        null)),
                                null),
                        new Service(
                                "account",
                                "AWS account",
                                ServiceModel.ABSTRACTED,
                                "The account itself.",
                                List.of(new ResourceType(Control.ACCOUNT_TYPE, Placement.BOTH)),
                                Map.of(),
                                List.of(),
                                null)),
                controls.toList(),
                List.of(),
                List.of(),
                List.of(),
                new Parameters(
                        Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1),
                        Map.of(),
                        Map.of(),
                        parameters));
    }

    private static Control encrypted(String assertion) {
        return control(ENCRYPTED, "bucket-encrypted", Category.CUSTOMER_SPECIFIC, assertion);
    }

    private static Control policy() {
        return control(
                POLICY,
                "bucket-has-policy",
                Category.CUSTOMER_SPECIFIC,
                "supplementaryConfiguration.bucketPolicy != null");
    }

    private static Control age() {
        return control(AGE, "bucket-young", Category.CUSTOMER_SPECIFIC, "!time.olderThan(configuration.created, 30)");
    }

    private static Control shared() {
        return control(SHARED, "bucket-shared", Category.SHARED, "configuration.encrypted == true");
    }

    private static Control divides() {
        return control(BROKEN, "bucket-divides", Category.CUSTOMER_SPECIFIC, "10 / configuration.divisor > 0");
    }

    private static Control control(int number, String id, Category category, String assertion) {
        return new Control(
                id,
                number,
                "Title of " + id,
                "s3",
                Inputs.BUCKET,
                null,
                "data",
                category,
                Severity.HIGH,
                Control.Assessment.AUTOMATED,
                null,
                assertion,
                List.of(),
                "Because.",
                new Remedy(null, null, null),
                category == Category.SHARED ? new ProviderHalf("AWS does its part.", List.of()) : null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                id.equals("bucket-encrypted") ? "open on purpose" : null);
    }

    private static Control attested() {
        return new Control(
                ATTESTED,
                9,
                "People are trained",
                null,
                null,
                null,
                "data",
                Category.CUSTOMER_SPECIFIC,
                Severity.HIGH,
                Control.Assessment.ATTESTATION,
                null,
                null,
                List.of(),
                "Because.",
                new Remedy(null, null, null),
                null,
                List.of(),
                Map.of(),
                List.of("bucket-has-policy"),
                100,
                null);
    }

    private static Responsibility whose(Party party) {
        return new Responsibility(party, "Because it is so.", "the guide");
    }
}
