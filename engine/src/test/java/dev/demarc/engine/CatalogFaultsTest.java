package dev.demarc.engine;

import static dev.demarc.engine.Catalogs.aCatalog;
import static dev.demarc.engine.Catalogs.aControl;
import static dev.demarc.engine.Catalogs.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogFaultsTest {
    @Test
    void listsEveryFaultWithItsPlace() {
        Catalogs catalog = aCatalog()
                .service(
                        "s3",
                        Map.of("nowhere", Party.AWS),
                        variant("broken", "configuration.", Map.of("data", Party.CUSTOMER), "unknown"))
                .control(aControl().assertion("1 + 1"))
                .control(aControl().when("no.such == 1"))
                .control(aControl().layer("nowhere"))
                .control(aControl().type("AWS::New::Thing"));

        assertThat(problems(catalog))
                .anyMatch(each -> each.startsWith("services[s3]: speaks of layer 'nowhere'"))
                .anyMatch(each -> each.startsWith("services[s3].variants[broken].when: 'configuration.'"))
                .anyMatch(each -> each.startsWith("services[s3].variants[broken].weakerThan: no variant 'unknown'"))
                .anyMatch(each -> each.startsWith("controls[control-1].assert: '1 + 1'"))
                .anyMatch(each -> each.startsWith("controls[control-2].when: 'no.such == 1'"))
                .anyMatch(each -> each.startsWith("controls[control-3]: speaks of layer 'nowhere'"))
                .anyMatch(each -> each.startsWith("controls[control-4].type: no service has type AWS::New::Thing"))
                .hasSize(7);
    }

    @Test
    void refusesTwoVariantsThatAlwaysContradictEachOther() {
        Catalogs catalog = aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        variant("one", "configuration.custom", Map.of("data", Party.SHARED)),
                        variant("other", " configuration.custom ", Map.of("data", Party.CUSTOMER)));

        assertThat(problems(catalog))
                .singleElement()
                .asString()
                .startsWith("services[s3].variants[other]: has the condition of variant one");
    }

    @Test
    void refusesAVariantThatIsWeakerThanItself() {
        Catalogs catalog = aCatalog()
                .service(
                        "s3",
                        Map.of(),
                        variant("one", "configuration.one", Map.of("data", Party.SHARED), "other"),
                        variant("other", "configuration.other", Map.of("data", Party.CUSTOMER), "one"));

        assertThat(problems(catalog)).hasSize(2).allMatch(each -> each.contains("weaker than itself"));
    }

    @Test
    void refusesATypeOfTwoServices() {
        Catalogs catalog = aCatalog().service("s3", Map.of()).service("other", Map.of());

        assertThat(problems(catalog))
                .containsExactly("services[other].types: AWS::S3::Bucket also belongs to service s3");
    }

    @Test
    void refusesAControlOfTheAccountWithoutPlacement() {
        Catalogs catalog = aCatalog()
                .service("account", List.of(new ResourceType(Catalogs.ACCOUNT, Placement.BOTH)), Map.of())
                .control(aControl().type(Catalogs.ACCOUNT));

        assertThat(problems(catalog))
                .singleElement()
                .asString()
                .startsWith("controls[control-1].placement: is missing");
    }

    @Test
    void refusesAModelThatIsSilentOnALayer() {
        Catalogs catalog = aCatalog().layer("people", false).service("s3", Map.of());

        assertThat(problems(catalog)).containsExactly("models[ABSTRACTED]: does not say whose layer people is");
    }

    private static List<String> problems(Catalogs catalog) {
        return catchThrowableOfType(CatalogException.class, catalog::judge).problems();
    }
}
