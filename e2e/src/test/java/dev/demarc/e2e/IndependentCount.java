package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.embedded.Folders;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import dev.demarc.local.sample.SampleOrganization;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What the scorecards must add up to, counted here from the sample's own file and what is stated of it, without
 * any service's code but the judge.
 */
record IndependentCount(Map<Integer, Counts> byControl, long resources) {
    static IndependentCount ofSample(Demarc demarc) {
        try {
            Instant now = Instant.now();
            Path folder = Files.createTempDirectory("demarc-sample");
            try {
                Path later = new SampleOrganization(now).writeTo(folder).get(1);
                return of(later, Judge.of(revision(demarc)), Stated.of(demarc), now);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of resources of which nobody has stated anything. */
    static IndependentCount of(Judge judge, Collection<ResourceConfiguration> resources) {
        Instant now = Instant.now();
        Map<Integer, Counts> counts = new TreeMap<>();
        for (ResourceConfiguration resource : resources) {
            judge.judge(resource, now)
                    .verdicts()
                    .forEach(verdict -> counts.merge(verdict.control().number(), one(verdict), Counts::plus));
        }
        return new IndependentCount(counts, resources.size());
    }

    /** The catalog revision that the platform judges by. */
    static CatalogRevision revision(Demarc demarc) {
        int current = demarc.get("/api/v1/revisions").at("/items/0/number").asInt();
        return Json.MAPPER.convertValue(demarc.get("/api/v1/revisions/" + current), CatalogRevision.class);
    }

    private static IndependentCount of(Path snapshot, Judge judge, Stated stated, Instant now) throws IOException {
        Map<Integer, Counts> counts = new TreeMap<>();
        long resources = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(snapshot)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"resourceType\"")) {
                    resources++;
                    var item = Json.read(line.getBytes(StandardCharsets.UTF_8), ResourceConfiguration.class);
                    stated.effective(judge.judge(item, now).verdicts(), item, now)
                            .forEach(verdict -> counts.merge(verdict.control().number(), one(verdict), Counts::plus));
                }
            }
        }
        return new IndependentCount(counts, resources);
    }

    private static Counts one(ControlVerdict verdict) {
        boolean waived = verdict.verdict() == Verdict.FAIL && verdict.statement() != null;
        return switch (verdict.verdict()) {
            case PASS -> new Counts(1, 0, 0, 0, 0);
            case FAIL -> new Counts(0, waived ? 0 : 1, 0, waived ? 1 : 0, 0);
            case UNKNOWN -> new Counts(0, 0, 1, 0, 0);
            case NOT_APPLICABLE -> new Counts(0, 0, 0, 0, 1);
        };
    }

    /** Unknowns are left out: a scope that was denied adds one a control, which no item of the file shows. */
    void mustEqualThe(Demarc demarc) {
        mustEqualThe(demarc, "sample");
    }

    /** As {@link #mustEqualThe(Demarc)}, of another organisation. */
    void mustEqualThe(Demarc demarc, String organization) {
        Map<Integer, Counts> stored = new TreeMap<>();
        long storedResources = 0;
        for (JsonNode view : demarc.get("/api/v1/accounts?limit=100&organization=" + organization)
                .path("items")) {
            JsonNode scorecard = demarc.get(
                            "/api/v1/accounts/" + view.at("/account/id").asText())
                    .path("scorecard");
            storedResources += scorecard.path("resources").asLong();
            PackedTallies packed = Json.MAPPER.convertValue(scorecard.path("tallies"), PackedTallies.class);
            for (Tally tally : packed.unpack()) {
                stored.merge(tally.control(), tally.counts(), Counts::plus);
            }
        }
        assertThat(withoutUnknown(stored)).isEqualTo(withoutUnknown(byControl));
        assertThat(storedResources).isEqualTo(resources);
    }

    private static Map<Integer, Counts> withoutUnknown(Map<Integer, Counts> counts) {
        Map<Integer, Counts> known = new TreeMap<>();
        counts.forEach((control, each) ->
                known.put(control, new Counts(each.pass(), each.fail(), 0, each.waived(), each.notApplicable())));
        known.values().removeIf(Counts.NONE::equals);
        return known;
    }
}
