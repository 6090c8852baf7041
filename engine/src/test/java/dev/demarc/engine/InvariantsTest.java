package dev.demarc.engine;

import static dev.demarc.engine.Catalogs.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final List<String> OF_THE_CLOUD = List.of(
            "facilities",
            "hardware",
            "global-infrastructure",
            "network-fabric",
            "virtualization",
            "host-os",
            "cloud-software");

    @Test
    void findsNothingInASoundCatalog() {
        assertThat(check(Map.of())).isEmpty();
    }

    @Test
    void wantsACustomersPartInIdentity() {
        assertThat(check(Map.of("identity", Party.AWS)))
                .containsExactly("I1: services[s3]: layer identity is of AWS; accepted: CUSTOMER or SHARED");
        assertThat(check(Map.of("identity", Party.SHARED))).isEmpty();
    }

    @Test
    void wantsDataToBeTheCustomers() {
        assertThat(check(Map.of("data", Party.SHARED)))
                .containsExactly("I2: services[s3]: layer data is of SHARED; accepted: CUSTOMER");
    }

    @Test
    void looksAtVariantsToo() {
        assertThat(check(Map.of(), variant("odd", "true", Map.of("data", Party.AWS))))
                .containsExactly("I2: services[s3].variants[odd]: layer data is of AWS; accepted: CUSTOMER");
    }

    @Test
    void wantsTheCloudToBeAWSs() {
        assertThat(check(Map.of("host-os", Party.SHARED, "facilities", Party.CUSTOMER)))
                .containsExactly(
                        "I4: services[s3]: layer host-os is of SHARED; accepted: AWS",
                        "I4: services[s3]: layer facilities is of CUSTOMER; accepted: AWS");
    }

    @Test
    void allowsTheCustomersPremisesForOutposts() {
        Map<String, Party> onPremises = Map.of("facilities", Party.CUSTOMER, "hardware", Party.SHARED);

        assertThat(check(Map.of(), variant("on-outposts", "true", onPremises))).isEmpty();
    }

    @Test
    void wantsTheCustomersPartToShrink() {
        Catalogs catalog = new Catalogs();
        layers(catalog);
        catalog.model(ServiceModel.IAAS, model("guest-os", "platform"))
                .model(ServiceModel.PAAS, model("guest-os", "platform"))
                .model(ServiceModel.SAAS, model());

        assertThat(Invariants.check(catalog.revision()))
                .containsExactly(
                        "I3: models[PAAS]: the customer has a part in 4 layers, in IAAS in 4; accepted: fewer",
                        "I3: models: ABSTRACTED is not defined");
    }

    private static List<String> check(Map<String, Party> service, Variant... variants) {
        Catalogs catalog = new Catalogs();
        layers(catalog);
        catalog.model(ServiceModel.IAAS, model("guest-os", "platform", "application"))
                .model(ServiceModel.PAAS, model("platform", "application"))
                .model(ServiceModel.ABSTRACTED, model("application"))
                .model(ServiceModel.SAAS, model())
                .service("s3", service, variants);
        return Invariants.check(catalog.revision());
    }

    private static void layers(Catalogs catalog) {
        model().keySet().forEach(layer -> catalog.layer(layer, OF_THE_CLOUD.contains(layer)));
    }

    private static Map<String, Party> model(String... customers) {
        Map<String, Party> parties = new HashMap<>();
        OF_THE_CLOUD.forEach(layer -> parties.put(layer, Party.AWS));
        List.of("guest-os", "platform", "application").forEach(layer -> parties.put(layer, Party.AWS));
        List.of(customers).forEach(layer -> parties.put(layer, Party.CUSTOMER));
        parties.put("identity", Party.CUSTOMER);
        parties.put("data", Party.CUSTOMER);
        return parties;
    }
}
