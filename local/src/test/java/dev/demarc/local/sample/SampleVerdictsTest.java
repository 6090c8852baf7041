package dev.demarc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.content.ContentReader;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SampleVerdictsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Path CONTENT = Path.of("..", "catalog-service", "src", "main", "resources", "catalog");

    /** What AWS does for every bucket and nobody can switch off. */
    private static final Set<String> CANNOT_FAIL = Set.of("s3-bucket-encrypted-by-default");

    private static final Map<String, Set<Verdict>> SEEN = new HashMap<>();
    private static CatalogRevision revision;

    @BeforeAll
    static void judgeTheLaterSnapshot(@TempDir Path folder) throws IOException {
        revision = ContentReader.read(CONTENT).revision();
        Judge judge = Judge.of(revision);
        Path later = new SampleOrganization(NOW).writeTo(folder).get(1);
        for (ResourceConfiguration item : SnapshotLines.items(SnapshotLines.of(later))) {
            for (ControlVerdict verdict : judge.judge(item, NOW).verdicts()) {
                SEEN.computeIfAbsent(verdict.control().id(), id -> EnumSet.noneOf(Verdict.class))
                        .add(verdict.verdict());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAutomatedControlPassesSomewhereAndFailsSomewhere() {
        return revision.controls().stream()
                .filter(control -> control.assessment() == Control.Assessment.AUTOMATED)
                .map(control -> DynamicTest.dynamicTest(control.id(), () -> {
                    Set<Verdict> seen = SEEN.getOrDefault(control.id(), Set.of());

                    assertThat(seen).contains(Verdict.PASS);
                    assertThat(seen.contains(Verdict.FAIL)).isNotEqualTo(CANNOT_FAIL.contains(control.id()));
                }));
    }
}
