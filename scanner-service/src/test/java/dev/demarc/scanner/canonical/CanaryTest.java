package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Planted;
import dev.demarc.scanner.collector.PlantedAws;
import dev.demarc.scanner.collector.PlantedItems;
import dev.demarc.scanner.scan.LiveScan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every member of every answer that a collector reads holds a marker that looks like a secret; what of it reaches the bus
 * is what the type's data file lets pass.
 */
class CanaryTest {
    private static final Map<String, List<ResourceConfiguration>> READ = new ConcurrentHashMap<>();
    private static final Set<Treatment> WHOLE =
            Set.of(Treatment.HASH, Treatment.NAMES_ONLY, Treatment.DETECT, Treatment.COMMAND, Treatment.DOCUMENT);

    private static final String NONE = "null";

    private static final PlantedAws AWS = PlantedAws.start();

    @AfterAll
    static void stop() {
        AWS.close();
    }

    static Stream<Collector> collectors() {
        return AllCollectors.make().all().stream();
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void onlyWhatIsNamedReachesTheBus(Collector collector) {
        TypeFile file = TypeFile.of(collector.type());

        Map<String, String> onTheBus = Leaves.of(canonical(collector));

        assertThat(onTheBus).isNotEmpty().allSatisfy((path, text) -> assertThat(
                        isNamed(file, path) || (text.equals(NONE) && isAbove(file, path)))
                .as(path)
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void aMarkerIsReadableOnlyWhereTextPassesAsItIs(Collector collector) {
        Set<String> passing = TypeFile.of(collector.type()).passing().collect(Collectors.toSet());

        Map<String, String> onTheBus = Leaves.of(canonical(collector));
        onTheBus.keySet().removeAll(passing);

        assertThat(onTheBus).allSatisfy((path, text) -> assertThat(text).doesNotContain(Planted.SECRET));
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void nothingIsNamedThatNoAnswerHas(Collector collector) {
        TypeFile file = TypeFile.of(collector.type());

        Set<String> answered = Leaves.of(read(collector)).keySet().stream()
                .flatMap(Leaves::withParents)
                .collect(Collectors.toSet());

        assertThat(answered)
                .containsAll(file.treat().keySet())
                .containsAll(file.passing().toList());
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void textThatAnybodyMayWritePassesForAReason(Collector collector) {
        TypeFile file = TypeFile.of(collector.type());
        Map<String, String> answered = Leaves.of(read(collector));

        assertThat(file.because().keySet())
                .containsExactlyInAnyOrderElementsOf(file.passing()
                        .filter(path -> FreeText.isAt(path)
                                && answered.getOrDefault(path, "").contains(Planted.SECRET))
                        .toList());
        assertThat(file.because().values()).noneMatch(String::isBlank);
    }

    private static boolean isNamed(TypeFile file, String path) {
        return file.passing().anyMatch(path::equals)
                || Leaves.withParents(path)
                        .anyMatch(one -> file.treat().containsKey(one)
                                && (one.equals(path)
                                        || WHOLE.contains(file.treat().get(one))));
    }

    /** Where AWS has no such object, that is told. */
    private static boolean isAbove(TypeFile file, String path) {
        return file.passing().anyMatch(named -> named.startsWith(path + "."));
    }

    private static List<ResourceConfiguration> canonical(Collector collector) {
        return read(collector).stream()
                .map(item -> LiveScan.canonicalizer().canonical(item).resource())
                .toList();
    }

    private static List<ResourceConfiguration> read(Collector collector) {
        return READ.computeIfAbsent(collector.type(), type -> PlantedItems.of(AWS, collector));
    }
}
