package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Parameters;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisionSizeTest {
    @Test
    void takesWhatIsShipped() {
        assertThat(RevisionSize.problems(Shipped.CONTENT.revision())).isEmpty();
    }

    @Test
    void refusesARevisionThatKafkaWouldNotTake() {
        assertThat(Consistency.problems(blownUpBy(RevisionSize.MOST_BYTES)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("catalog");
                    assertThat(problem.reason())
                            .startsWith("takes ")
                            .endsWith(" bytes, compressed; accepted: up to 2097152");
                });
    }

    private static CatalogRevision blownUpBy(int bytes) {
        byte[] incompressible = new byte[bytes];
        new Random(1).nextBytes(incompressible);
        CatalogRevision shipped = Shipped.CONTENT.revision();
        Map<String, @Nullable Object> values =
                new HashMap<>(shipped.parameters().values());
        values.put("note", Base64.getEncoder().encodeToString(incompressible));
        return new CatalogRevision(
                shipped.number(),
                shipped.publishedAt(),
                shipped.layers(),
                shipped.models(),
                shipped.services(),
                shipped.controls(),
                shipped.frameworks(),
                shipped.reportSeries(),
                shipped.providerEvidence(),
                new Parameters(
                        shipped.parameters().weights(),
                        shipped.parameters().dueDays(),
                        shipped.parameters().waiverDays(),
                        values));
    }
}
