package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What no resource carries: the account's own item, one global and one per region. */
final class AccountFacts implements Family {
    static final String TYPE = "AWS::::Account";

    /** Who runs the organisation. */
    static final Map<String, Object> ORGANIZATION =
            Map.of("id", SampleAccount.ORGANIZATION, "masterAccountId", SampleAccount.MANAGEMENT);

    /** What the organisation's policy for S3 decides where it applies. */
    static final Map<String, Object> S3_POLICY =
            Map.of("s3_attributes", Map.of("public_access_block_configuration", "all"));

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    AccountFacts(SampleAccount account, Dice dice, Instant now) {
        this.account = account;
        this.dice = dice;
        this.now = now;
    }

    @Override
    public Set<String> types(String region) {
        return Set.of(TYPE);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        return List.of(region.equals(Scope.GLOBAL) ? global() : regional(region));
    }

    private Item global() {
        boolean rootMfa = dice.good() || account.quality() > 0.5;
        boolean keyless = dice.good();
        return item(Scope.GLOBAL)
                .beside("organization", ORGANIZATION)
                .beside("organizationS3Policy", account.underS3Policy() ? S3_POLICY : null)
                .beside(
                        "summaryMap",
                        account.withoutRoot()
                                ? Map.of(
                                        "AccountMFAEnabled", 0L,
                                        "AccountAccessKeysPresent", 0L,
                                        "AccountPasswordPresent", 0L)
                                : Map.of(
                                        "AccountMFAEnabled",
                                        rootMfa ? 1L : 0L,
                                        "AccountAccessKeysPresent",
                                        keyless ? 0L : 1L))
                .beside("passwordPolicy", dice.good() ? passwordPolicy() : null)
                .beside("rootCredentialReport", rootReport(rootMfa))
                .beside("virtualMfaDevices", List.of())
                .beside(
                        "organizationsFeatures",
                        account.quality() > 0.9 ? List.of("RootCredentialsManagement") : List.of())
                .beside("securityContactRegistered", dice.good())
                .beside("publicAccessBlockConfiguration", account.blocksPublicBuckets() ? Buckets.blockAll() : null);
    }

    private Item regional(String region) {
        String managedBy = account.underDeclarativePolicy() ? "declarative-policy" : "account";
        Item item = item(region);
        if (account.underDeclarativePolicy()) {
            item.beside("organization", ORGANIZATION);
        }
        return item.beside("snapshotBlockPublicAccessManagedBy", managedBy)
                .beside("imageBlockPublicAccessManagedBy", managedBy)
                .beside("ebsEncryptionByDefault", dice.good())
                .beside("instanceMetadataDefaults", metadataDefaults(dice.good(), managedBy))
                .beside("snapshotBlockPublicAccessState", dice.good() ? "block-all-sharing" : "unblocked")
                .beside("imageBlockPublicAccessState", dice.good() ? "block-new-sharing" : "unblocked");
    }

    private Item item(String region) {
        return new Item(
                        new Scope(account.id(), region, TYPE),
                        account.id(),
                        "arn:aws:iam::%s:root".formatted(account.id()))
                .tag("Name", account.name())
                .with("accountId", account.id());
    }

    private static Map<String, Object> passwordPolicy() {
        return Map.of(
                "minimumPasswordLength", 16L,
                "requireSymbols", true,
                "requireNumbers", true,
                "requireUppercaseCharacters", true,
                "requireLowercaseCharacters", true,
                "allowUsersToChangePassword", true,
                "passwordReusePrevention", 24L,
                "maxPasswordAge", 90L);
    }

    private static Map<String, @Nullable Object> metadataDefaults(boolean tokens, String managedBy) {
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        defaults.put("httpTokens", tokens ? "required" : null);
        defaults.put("managedBy", managedBy);
        return defaults;
    }

    /** In the worst kept account somebody works as root. */
    private Map<String, @Nullable Object> rootReport(boolean mfa) {
        String lastUsed = account.quality() < 0.5
                ? now.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS).toString()
                : null;
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("passwordEnabled", null);
        report.put("passwordLastUsed", lastUsed);
        report.put("passwordLastChanged", null);
        report.put("mfaActive", mfa);
        report.put("accessKey1Active", false);
        report.put("accessKey1LastRotated", null);
        report.put("accessKey1LastUsedDate", null);
        report.put("accessKey2Active", false);
        report.put("accessKey2LastRotated", null);
        report.put("accessKey2LastUsedDate", null);
        return report;
    }
}
