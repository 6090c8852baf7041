package dev.demarc.assessment.responsibility;

import dev.demarc.contracts.api.EvidenceView;
import dev.demarc.contracts.api.LayerView;
import dev.demarc.contracts.api.Owner;
import dev.demarc.contracts.api.ResourceRemedy;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.RemedyVariant;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.Advice;
import dev.demarc.engine.Judge;
import dev.demarc.engine.LayerResponsibility;
import dev.demarc.engine.Undecided;
import dev.demarc.engine.path.ConfigurationPath;
import dev.demarc.engine.path.Evidence;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One catalog revision as readers need it: by number, by id, by type. */
public final class CatalogLookup {
    private final Judge judge;
    private final Map<Integer, Control> byNumber;
    private final Map<String, Control> byId;
    private final Map<String, String> services = new HashMap<>();

    public CatalogLookup(Judge judge) {
        this.judge = judge;
        List<Control> controls = judge.revision().controls();
        byNumber = controls.stream().collect(Collectors.toUnmodifiableMap(Control::number, Function.identity()));
        byId = controls.stream().collect(Collectors.toUnmodifiableMap(Control::id, Function.identity()));
        for (Service service : judge.revision().services()) {
            for (ResourceType type : service.types()) {
                services.put(type.type(), service.id());
            }
        }
    }

    public CatalogRevision revision() {
        return judge.revision();
    }

    public Optional<Control> control(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public Optional<Control> control(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public @Nullable String serviceOf(String type) {
        return services.get(type);
    }

    /**
     * Whose each layer of a resource is, in the catalog's order.
     *
     * @param own the resource's own account and team
     */
    public List<LayerView> layers(ResourceConfiguration item, Instant now, LayerOwners owners, Owner own) {
        return judge.responsibilities(item, now).stream()
                .map(layer -> view(layer, item, owners.inheritedFrom(layer.owner(), own, revision())))
                .toList();
    }

    /** What to do about a failure of one of its controls on a resource. */
    public ResourceRemedy remedy(Control control, ResourceConfiguration item, Instant now) {
        Advice advice = judge.advice(control.id(), item, now);
        List<String> undecided =
                advice.undecided().stream().map(RemedyVariant::name).toList();
        RemedyVariant variant = advice.variant();
        return variant == null
                ? new ResourceRemedy(
                        null,
                        advice.general().console(),
                        advice.general().cli(),
                        advice.general().terraform(),
                        null,
                        undecided)
                : new ResourceRemedy(
                        variant.name(),
                        variant.console(),
                        variant.cli(),
                        variant.terraform(),
                        variant.source(),
                        undecided);
    }

    public static List<EvidenceView> evidence(List<String> paths, ResourceConfiguration item) {
        return paths.stream()
                .map(path -> view(ConfigurationPath.parse(path).read(item)))
                .toList();
    }

    private static EvidenceView view(Evidence evidence) {
        EvidenceView.State state =
                switch (evidence.state()) {
                    case READ -> EvidenceView.State.READ;
                    case NONE -> EvidenceView.State.NONE;
                    case ABSENT -> EvidenceView.State.ABSENT;
                    case UNREAD -> EvidenceView.State.UNREAD;
                };
        return new EvidenceView(evidence.path().toString(), state, evidence.value());
    }

    private static LayerView view(
            LayerResponsibility layer, ResourceConfiguration item, @Nullable Owner inheritedFrom) {
        return new LayerView(
                layer.layer().id(),
                layer.layer().name(),
                layer.layer().ofTheCloud(),
                layer.responsibility().party(),
                layer.responsibility().rule(),
                layer.responsibility().source(),
                layer.decidedBy(),
                evidence(layer.paths(), item),
                layer.undecided() == null ? null : view(layer.undecided()),
                inheritedFrom);
    }

    private static LayerView.Undecided view(Undecided undecided) {
        return new LayerView.Undecided(undecided.rule(), undecided.path(), undecided.reason(), undecided.permission());
    }
}
