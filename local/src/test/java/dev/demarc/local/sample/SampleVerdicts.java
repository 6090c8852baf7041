package dev.demarc.local.sample;

import dev.demarc.catalog.content.ContentReader;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The shipped catalog, and what it says of the sample's later snapshot; judged once for all tests. */
final class SampleVerdicts {
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    static final CatalogRevision CATALOG = ContentReader.read(
                    Path.of("..", "catalog-service", "src", "main", "resources", "catalog"))
            .revision();
    static final Judge JUDGE = Judge.of(CATALOG);

    /** What AWS does for every bucket and nobody can switch off. */
    static final Set<String> CANNOT_FAIL = Set.of("s3-bucket-encrypted-by-default");

    private static final Map<String, Set<Verdict>> SEEN = judge();

    private SampleVerdicts() {}

    static Set<Verdict> seen(String control) {
        return SEEN.getOrDefault(control, Set.of());
    }

    static boolean passesAndFails(String control) {
        return seen(control).containsAll(Set.of(Verdict.PASS, Verdict.FAIL));
    }

    private static Map<String, Set<Verdict>> judge() {
        Map<String, Set<Verdict>> seen = new HashMap<>();
        try {
            Path later = new SampleOrganization(NOW)
                    .writeTo(Path.of("target", "sample"))
                    .get(1);
            for (ResourceConfiguration item : SnapshotLines.items(SnapshotLines.of(later))) {
                for (ControlVerdict verdict : JUDGE.judge(item, NOW).verdicts()) {
                    seen.computeIfAbsent(verdict.control().id(), id -> EnumSet.noneOf(Verdict.class))
                            .add(verdict.verdict());
                }
            }
            return seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
