package dev.demarc.assessment.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.contracts.api.ResourceRemedy;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.engine.Judge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogLookupTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final CatalogLookup CATALOG = new CatalogLookup(Judge.of(CatalogBuilder.ofBuckets()));

    @Test
    void givesTheRemedyOfTheVariantAtHandAlone() {
        ResourceRemedy remedy = remedy(bucket(Map.of("ownerId", "444455556666"), List.of()));

        assertThat(remedy)
                .isEqualTo(new ResourceRemedy(
                        "Shared by another account",
                        "Ask its owner to mend it.",
                        null,
                        null,
                        "https://example.org/sharing",
                        List.of()));
    }

    @Test
    void givesTheGeneralRemedyWhereNoVariantHolds() {
        ResourceRemedy remedy = remedy(bucket(Map.of("good", false), List.of()));

        assertThat(remedy).isEqualTo(new ResourceRemedy(null, "Mend it.", null, null, null, List.of()));
    }

    @Test
    void tellsWhichVariantMayHoldWhereThatCouldNotBeRead() {
        ResourceRemedy remedy =
                remedy(bucket(Map.of(), List.of(new Unread("configuration.ownerId", "access denied", null))));

        assertThat(remedy.console()).isEqualTo("Mend it.");
        assertThat(remedy.undecided()).containsExactly("Shared by another account");
    }

    private static ResourceRemedy remedy(ResourceConfiguration bucket) {
        return CATALOG.remedy(CATALOG.control("bucket-not-public").orElseThrow(), bucket, NOW);
    }

    private static ResourceConfiguration bucket(Map<String, @Nullable Object> configuration, List<Unread> unread) {
        return new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                CatalogBuilder.BUCKET,
                "data",
                null,
                "data",
                Map.of(),
                NOW,
                configuration,
                Map.of(),
                List.of(),
                unread);
    }
}
