package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.scanner.canonical.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What must be known of a whole file before one item of AWS Config in it is understood. */
final class AwsConfigFacts implements JsonNodes {
    private final Optional<Delivery> told;
    private final Instant latest;
    private final Map<String, Optional<JsonNode>> accessBlocks = new HashMap<>();
    private @Nullable Instant newestCapture;

    /**
     * @param told when the file was delivered, as an option or its name tells
     * @param latest the last time that is believed
     */
    AwsConfigFacts(Optional<Delivery> told, Instant latest) {
        this.told = told;
        this.latest = latest;
    }

    @Override
    public void node(String place, JsonNode node) {
        if (!AwsConfigItem.isOne(node)) {
            return;
        }
        capture(node).filter(time -> !time.isAfter(latest)).ifPresent(time -> {
            Instant newest = newestCapture;
            newestCapture = newest == null || time.isAfter(newest) ? time : newest;
        });
        if (AwsConfigItem.type(node).equals(ConfigBucket.ACCOUNT_ACCESS_BLOCK)) {
            accessBlocks.put(
                    AwsConfigItem.account(node),
                    AwsConfigItem.isGone(node) ? Optional.empty() : Optional.of(node.path("configuration")));
        }
    }

    @Override
    public void malformed(String place, String reason) {
        // told by who reads the items
    }

    Optional<Delivery> delivery() {
        return told.or(
                () -> Optional.ofNullable(newestCapture).map(time -> new Delivery(time, Delivery.Source.NEWEST_ITEM)));
    }

    /** A resource's supplementary configuration with what the file has of it in other items. */
    Map<String, @Nullable Object> joined(String type, String account, Map<String, @Nullable Object> supplementary) {
        Optional<JsonNode> block = accessBlocks.get(account);
        if (!type.equals("AWS::S3::Bucket") || block == null) {
            return supplementary;
        }
        Map<String, @Nullable Object> joined = new TreeMap<>(supplementary);
        joined.put(
                ConfigBucket.ACCOUNT_ACCESS_BLOCK,
                block.map(switches -> ConfigJson.object(ConfigBucket.ACCOUNT_ACCESS_BLOCK, switches))
                        .orElse(null));
        return joined;
    }

    private static Optional<Instant> capture(JsonNode item) {
        JsonNode time = item.path("configurationItemCaptureTime");
        try {
            return time.isValueNode() && !time.isNull()
                    ? Optional.of(WrittenTime.parse(time.isNumber() ? time.numberValue() : time.asText()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
