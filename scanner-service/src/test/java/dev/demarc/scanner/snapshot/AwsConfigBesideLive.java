package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings an item of AWS Config through the import, beside what the collector reads of the same resource. */
final class AwsConfigBesideLive {
    private static final String ANY_REASON = "any";

    private final Moto moto;
    private final Path folder;

    AwsConfigBesideLive(Moto moto, Path folder) {
        this.moto = moto;
        this.folder = folder;
    }

    /**
     * An item as AWS Config writes it becomes what the collector read.
     *
     * @param envelope members of the item itself, over what they would be
     * @param notCarried paths that AWS Config cannot carry; whole members are unread
     */
    void mustGiveTheSame(
            ResourceConfiguration live,
            Map<String, Object> envelope,
            Map<?, ?> configuration,
            Map<String, Object> supplementary,
            String... notCarried)
            throws IOException {
        Map<String, Object> item = new HashMap<>();
        item.put("configurationItemStatus", "OK");
        item.put("configurationItemCaptureTime", "2026-02-01T00:00:00.000Z");
        item.put("awsAccountId", live.accountId());
        item.put("awsRegion", live.awsRegion());
        item.put("resourceType", live.resourceType());
        item.put("resourceId", live.resourceId());
        item.put("ARN", live.arn());
        if (!live.resourceType().equals("AWS::EC2::Instance")) {
            item.put("resourceName", live.resourceName());
        }
        item.put("configuration", configuration);
        item.put("supplementaryConfiguration", supplementary);
        item.putAll(envelope);
        ResourceConfiguration carried = without(live, notCarried);

        ResourceConfiguration imported = imported(Map.of("configurationItems", List.of(item)));

        assertThat(imported.unread())
                .extracting(Unread::path)
                .containsExactlyElementsOf(
                        carried.unread().stream().map(Unread::path).toList());
        assertThat(imported.configuration()).isEqualTo(carried.configuration());
        assertThat(imported.supplementaryConfiguration()).isEqualTo(carried.supplementaryConfiguration());
        assertThat(LiveScan.canonicalizer().canonical(reasonless(imported)).digest())
                .isEqualTo(LiveScan.canonicalizer().canonical(carried).digest());
    }

    /** What the collector reads of it. */
    ResourceConfiguration live(String region, String type, String id) {
        return LiveScan.of(moto, region, type).item(id);
    }

    private ResourceConfiguration imported(Map<String, Object> snapshot) throws IOException {
        Recorded recorded = new Recorded();
        Survey survey = new SnapshotImport(
                        new Bus(recorded.producer()),
                        LiveScan.canonicalizer(),
                        AllCollectors.make(),
                        new EmptyMemory(),
                        Clock.systemUTC())
                .run(
                        Files.write(folder.resolve("snapshot.json"), Json.bytes(snapshot)),
                        ImportOptions.NONE,
                        EmptyMemory.before(),
                        ended -> {});
        assertThat(survey.faults()).isEmpty();
        return recorded.items().get(0);
    }

    /** AWS Config writes times with milliseconds. */
    static String ofConfig(@Nullable Object time) {
        String text = String.valueOf(time);
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }

    private static ResourceConfiguration without(ResourceConfiguration item, String... paths) {
        Map<String, Object> tree = copy(item);
        tree.put(
                "unread",
                Arrays.stream(paths)
                        .filter(path -> path.chars().filter(c -> c == '.').count() == 1)
                        .sorted()
                        .map(path -> new Unread(path, ANY_REASON, null))
                        .toList());
        Arrays.stream(paths).forEach(path -> drop(tree, List.of(path.split("\\."))));
        return Json.read(Json.bytes(tree), ResourceConfiguration.class);
    }

    private static void drop(@Nullable Object tree, List<String> path) {
        if (tree instanceof List<?> list) {
            list.forEach(element -> drop(element, path));
        } else if (tree instanceof Map<?, ?> map && path.size() == 1) {
            map.remove(path.get(0));
        } else if (tree instanceof Map<?, ?> map) {
            drop(map.get(path.get(0)), path.subList(1, path.size()));
        }
    }

    private static ResourceConfiguration reasonless(ResourceConfiguration item) {
        Map<String, Object> tree = copy(item);
        tree.put(
                "unread",
                item.unread().stream()
                        .map(unread -> new Unread(unread.path(), ANY_REASON, null))
                        .toList());
        return Json.read(Json.bytes(tree), ResourceConfiguration.class);
    }

    @SuppressWarnings("unchecked") // every object of a tree has text keys
    static Map<String, Object> copy(Object value) {
        return Json.read(Json.bytes(value), Map.class);
    }
}
