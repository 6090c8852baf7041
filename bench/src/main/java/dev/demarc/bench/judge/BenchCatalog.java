package dev.demarc.bench.judge;

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
import dev.demarc.contracts.catalog.Remedy;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A catalog with twenty controls on buckets, of which {@link SyntheticBuckets} fail four. */
public final class BenchCatalog {
    static final int CONTROLS = 20;
    static final int FAILING = 4;

    /** Due on the day before they open, so that the lists of what is overdue are full. */
    private static final int OVERDUE_AT_ONCE = -1;

    private static final List<String> PASSING = List.of(
            "!policy.allowsPublic(supplementaryConfiguration.bucketPolicy)",
            "policy.deniesInsecureTransport(supplementaryConfiguration.bucketPolicy)",
            "supplementaryConfiguration.publicAccessBlockConfiguration.blockPublicAcls",
            "supplementaryConfiguration.publicAccessBlockConfiguration.ignorePublicAcls",
            "supplementaryConfiguration.publicAccessBlockConfiguration.blockPublicPolicy",
            "supplementaryConfiguration.publicAccessBlockConfiguration.restrictPublicBuckets",
            "supplementaryConfiguration.bucketVersioning.status == 'Enabled'",
            "supplementaryConfiguration.serverSideEncryptionConfiguration.rules.exists(r, "
                    + "r.applyServerSideEncryptionByDefault.sseAlgorithm == 'aws:kms')",
            "supplementaryConfiguration.serverSideEncryptionConfiguration.rules.all(r, r.bucketKeyEnabled)",
            "!supplementaryConfiguration.bucketAcl.grants.exists(g, has(g.grantee.uri))",
            "supplementaryConfiguration.bucketAcl.grants.all(g, g.grantee.type == 'CanonicalUser')",
            "supplementaryConfiguration.ownershipControls.rules.exists(r, r.objectOwnership == 'BucketOwnerEnforced')",
            "configuration.name.size() > 3",
            "time.olderThan(configuration.creationDate, 1)",
            "tags.team != ''",
            "supplementaryConfiguration.bucketLogging.loggingEnabled != null");

    private static final List<String> FAILED = List.of(
            "supplementaryConfiguration.objectLockConfiguration != null",
            "supplementaryConfiguration.replicationConfiguration != null",
            "supplementaryConfiguration.bucketVersioning.mfaDelete == 'Enabled'",
            "supplementaryConfiguration.bucketLifecycleConfiguration != null");

    private BenchCatalog() {}

    public static CatalogRevision revision(int number, Instant publishedAt) {
        Responsibility customer = new Responsibility(Party.CUSTOMER, "The data is yours.", "bench");
        List<Control> controls = new ArrayList<>();
        for (String passing : PASSING) {
            controls.add(control(controls.size() + 1, passing));
        }
        for (String failing : FAILED) {
            controls.add(control(controls.size() + 1, failing));
        }
        return new CatalogRevision(
                number,
                publishedAt,
                List.of(new Layer("data", "Data", false, "What is stored.")),
                List.of(new ModelDefinition(
                        ServiceModel.ABSTRACTED, "Abstracted", "No server to see.", Map.of("data", customer))),
                List.of(new Service(
                        "s3",
                        "Amazon S3",
                        ServiceModel.ABSTRACTED,
                        "Objects in buckets.",
                        List.of(new ResourceType(SyntheticBuckets.TYPE, Placement.REGIONAL)),
                        Map.of(),
                        List.of(),
                        null)),
                controls,
                List.of(),
                List.of(),
                List.of(),
                new Parameters(
                        Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1),
                        Map.of(Severity.MEDIUM, OVERDUE_AT_ONCE),
                        Map.of(),
                        Map.of()));
    }

    private static Control control(int number, String assertion) {
        return new Control(
                "bench-" + number,
                number,
                "Bench control " + number,
                "s3",
                SyntheticBuckets.TYPE,
                Placement.REGIONAL,
                "data",
                Category.CUSTOMER_SPECIFIC,
                Severity.MEDIUM,
                Control.Assessment.AUTOMATED,
                null,
                assertion,
                List.of(),
                "Measures.",
                new Remedy(null, null, null),
                null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null);
    }
}
