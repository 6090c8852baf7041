package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;

/** Recorders of AWS Config, with whether they record and where they deliver. */
@Singleton
public final class ConfigRecorderCollector implements Collector {
    @Override
    public String type() {
        return "AWS::Config::ConfigurationRecorder";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::Config::DeliveryChannel");
    }

    @Override
    public void read(Reading reading) {
        ConfigClient config = reading.aws().client(ConfigClient.class, ConfigClient::builder);
        Joined<Map<String, Object>> statuses =
                Joined.read("config:DescribeConfigurationRecorderStatus", Map.of(), Set.of(), () -> statuses(config));
        Joined<List<Object>> channels =
                Joined.read("config:DescribeDeliveryChannels", List.of(), Set.of(), () -> channels(config));
        reading.each(
                "config:DescribeConfigurationRecorders",
                () -> config.describeConfigurationRecorders(request -> {}).configurationRecorders().stream(),
                recorder -> item(reading, recorder)
                        .detail("recorderStatus", statuses, () -> statuses.value()
                                .get(recorder.name()))
                        .detail("deliveryChannels", channels, channels::value));
    }

    private static ItemBuilder item(Reading reading, ConfigurationRecorder recorder) {
        ItemBuilder item = reading.item(recorder.name()).name(recorder.name()).configuration(canonical(recorder));
        return recorder.arn() == null ? item : item.arn(recorder.arn());
    }

    private static Map<String, Object> statuses(ConfigClient config) {
        Map<String, Object> byName = new TreeMap<>();
        config.describeConfigurationRecorderStatus(request -> {})
                .configurationRecordersStatus()
                .forEach(status -> byName.put(status.name(), form(canonical(status))));
        return byName;
    }

    private static Map<String, @Nullable Object> form(Map<String, @Nullable Object> status) {
        return Members.only(status, "recording", "lastStatus", "lastErrorCode");
    }

    private static List<Object> channels(ConfigClient config) {
        return config.describeDeliveryChannels(request -> {}).deliveryChannels().stream()
                .<Object>map(channel ->
                        Members.only(canonical(channel), "name", "s3BucketName", "s3KmsKeyArn", "snsTopicARN"))
                .toList();
    }
}
