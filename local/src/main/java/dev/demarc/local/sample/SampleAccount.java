package dev.demarc.local.sample;

import dev.demarc.contracts.scan.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fictitious account.
 *
 * @param quality from 0 to 1: how well it is kept
 * @param workloads what its resources are named after
 */
record SampleAccount(
        String id,
        String name,
        List<String> ouPath,
        @Nullable String team,
        double quality,
        List<String> workloads) {
    static final String ORGANIZATION = "sample";
    static final String MANAGEMENT = "000000001011";
    static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1", "ap-southeast-2");

    private static final List<String> PLATFORM = List.of("Platform");
    private static final List<String> PRODUCTION = List.of("Production");
    private static final List<String> DEVELOPMENT = List.of("Development");

    static final SampleAccount RETAIL = new SampleAccount(
            "000000002012", "retail-web-prod", PRODUCTION, "retail", 0.82, List.of("storefront", "catalog", "search"));
    static final SampleAccount DATA_LAKE = new SampleAccount(
            "000000002014", "data-lake-prod", PRODUCTION, "data", 0.78, List.of("raw", "curated", "reporting"));
    static final SampleAccount PAYMENTS = new SampleAccount(
            "000000002011", "payments-prod", PRODUCTION, "payments", 0.9, List.of("ledger", "settlement", "cards"));
    static final SampleAccount BUILD = new SampleAccount(
            "000000003013", "build-tools-dev", DEVELOPMENT, null, 0.7, List.of("runners", "artifacts", "cache"));
    static final SampleAccount SANDBOX = new SampleAccount(
            "000000003012", "sandbox-dev", DEVELOPMENT, null, 0.35, List.of("playground", "demo", "spike"));
    static final SampleAccount SECURITY = new SampleAccount(
            "000000001013", "security-tooling", PLATFORM, "security", 0.96, List.of("detect", "forensics", "audit"));

    static final List<SampleAccount> ALL = List.of(
            new SampleAccount(
                    MANAGEMENT, "org-management", PLATFORM, "platform", 0.98, List.of("billing", "landing-zone")),
            new SampleAccount(
                    "000000001012",
                    "log-archive",
                    PLATFORM,
                    "platform",
                    1.0,
                    List.of("trail", "flow-logs", "access-logs")),
            SECURITY,
            new SampleAccount(
                    "000000001014", "shared-network", PLATFORM, "platform", 0.85, List.of("transit", "dns", "egress")),
            PAYMENTS,
            RETAIL,
            new SampleAccount(
                    "000000002013",
                    "mobile-api-prod",
                    PRODUCTION,
                    "mobile",
                    0.97,
                    List.of("gateway", "push", "profile")),
            DATA_LAKE,
            new SampleAccount(
                    "000000002015", "partner-exchange-prod", PRODUCTION, "payments", 0.62, List.of("intake", "outbox")),
            new SampleAccount(
                    "000000003011", "payments-dev", DEVELOPMENT, "payments", 0.6, List.of("ledger", "settlement")),
            SANDBOX,
            BUILD);

    /** The central team forbids public buckets where the platform lives. */
    boolean underS3Policy() {
        return ouPath.equals(PLATFORM);
    }

    boolean blocksPublicBuckets() {
        return quality > 0.9 || underS3Policy();
    }

    /** And decides in production what instances and images may be. */
    boolean underDeclarativePolicy() {
        return ouPath.equals(PRODUCTION);
    }

    /** How much larger the first region is than the others. */
    static int size(String region) {
        return region.equals(REGIONS.get(0)) ? 2 : 1;
    }

    /** In one account nobody can sign in as root. */
    boolean withoutRoot() {
        return name.equals("mobile-api-prod");
    }

    Account account() {
        return new Account(id, name, ORGANIZATION, ouPath, Account.Status.ACTIVE, REGIONS, team);
    }
}
