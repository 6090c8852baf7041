package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A catalog in which instances leave the operating system to people, and databases the engine where upgrades are off. */
final class MovedDuties {
    static final Scope INSTANCES = new Scope(SCOPE.account(), "eu-central-1", "AWS::EC2::Instance");
    static final Scope DATABASES = new Scope(SCOPE.account(), "eu-central-1", "AWS::RDS::DBInstance");

    private MovedDuties() {}

    static CatalogRevision catalog(int number) {
        CatalogRevision base = TestCatalog.first();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer("guest-os", "Guest operating system", false, "Linux or Windows."));
        layers.add(new Layer("platform", "Platform", false, "The engine."));
        return new CatalogRevision(
                number,
                base.publishedAt(),
                layers,
                List.of(
                        model(ServiceModel.IAAS, Party.CUSTOMER, "You patch what you run."),
                        model(ServiceModel.PAAS, Party.AWS, "AWS patches it.")),
                List.of(
                        service("ec2", ServiceModel.IAAS, INSTANCES.type(), List.of()),
                        service(
                                "rds",
                                ServiceModel.PAAS,
                                DATABASES.type(),
                                List.of(new Variant(
                                        "upgrades-off",
                                        "Automatic minor upgrades are off",
                                        List.of(),
                                        "configuration.autoMinorVersionUpgrade == false",
                                        Map.of("platform", whose(Party.CUSTOMER, "You upgrade the engine yourself.")),
                                        List.of(),
                                        null)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                base.parameters());
    }

    private static ModelDefinition model(ServiceModel model, Party party, String rule) {
        return new ModelDefinition(
                model, model.name(), rule, Map.of("guest-os", whose(party, rule), "platform", whose(party, rule)));
    }

    private static Service service(String id, ServiceModel model, String type, List<Variant> variants) {
        return new Service(
                id, id, model, id, List.of(new ResourceType(type, Placement.REGIONAL)), Map.of(), variants, null);
    }

    private static Responsibility whose(Party party, String rule) {
        return new Responsibility(party, rule, "the guide");
    }
}
