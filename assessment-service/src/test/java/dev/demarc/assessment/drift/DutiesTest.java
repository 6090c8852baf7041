package dev.demarc.assessment.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.drift.Duties.Duty;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.engine.Profile;
import dev.demarc.engine.Profile.LayerDecision;
import dev.demarc.engine.Undecided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DutiesTest {
    private static final CatalogRevision CATALOG = new CatalogRevision(
            1,
            Instant.EPOCH,
            List.of(),
            List.of(new ModelDefinition(
                    ServiceModel.PAAS, "PaaS", "AWS runs it.", Map.of("platform", whose(Party.AWS, "by the model")))),
            List.of(new Service(
                    "rds",
                    "RDS",
                    ServiceModel.PAAS,
                    "Databases",
                    List.of(),
                    Map.of("data", whose(Party.CUSTOMER, "by the service")),
                    List.of(new Variant(
                            "custom",
                            "RDS Custom",
                            List.of(),
                            "true",
                            Map.of("platform", whose(Party.SHARED, "by the variant")),
                            List.of(),
                            null)),
                    null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Parameters(
                    Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1),
                    Map.of(),
                    Map.of(),
                    Map.of()));

    @Test
    void aRuleMeansWhatTheRevisionMakesOfIt() {
        assertThat(of(decided("platform", Party.CUSTOMER, "model:PAAS")))
                .containsExactly(Map.entry("platform", new Duty(Party.AWS, "by the model")));
        assertThat(of(decided("data", Party.AWS, "service:rds")))
                .containsExactly(Map.entry("data", new Duty(Party.CUSTOMER, "by the service")));
        assertThat(of(decided("platform", Party.AWS, "variant:rds/custom")))
                .containsExactly(Map.entry("platform", new Duty(Party.SHARED, "by the variant")));
    }

    @Test
    void aRuleThatIsGoneLeavesThePartyThatItDecided() {
        assertThat(of(decided("platform", Party.CUSTOMER, "variant:rds/retired")))
                .containsExactly(Map.entry("platform", new Duty(Party.CUSTOMER, null)));
    }

    @Test
    void aLayerThatCouldNotBeDecidedIsNobodysDuty() {
        LayerDecision undecided = new LayerDecision(
                "platform",
                Party.AWS,
                "model:PAAS",
                new Undecided("rds/custom", "configuration.engine", "access denied", null),
                null);

        assertThat(of(undecided)).isEmpty();
    }

    private static Map<String, Duty> of(LayerDecision layer) {
        return Duties.of(new Profile("rds", List.of(layer)), CATALOG);
    }

    private static LayerDecision decided(String layer, Party party, String by) {
        return new LayerDecision(layer, party, by, null, null);
    }

    private static Responsibility whose(Party party, String rule) {
        return new Responsibility(party, rule, "the guide");
    }
}
