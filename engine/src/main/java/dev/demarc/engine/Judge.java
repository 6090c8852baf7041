package dev.demarc.engine;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.expression.Evaluation;
import dev.demarc.engine.expression.Expressions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges resources by one catalog revision; compiled once, immutable, for any number of threads. The same resource,
 * revision and instant always give the same judgement.
 */
public final class Judge {
    /** Rises whenever this code changes what it says of a resource. */
    public static final int ENGINE_VERSION = 3;

    /** The engine version since which controls that are attested judge resources too. */
    public static final int JUDGES_ATTESTED = 2;

    private static final Profile NO_SERVICE = new Profile("", List.of());

    private final CatalogRevision revision;
    private final Expressions expressions;
    private final Map<String, TypeRules> types;
    private final Map<String, List<LayerResponsibility>> services;
    private final Map<String, RemedyRules> remedies;

    private Judge(CatalogRevision revision, Expressions expressions, CatalogCompiler compiled) {
        this.revision = revision;
        this.expressions = expressions;
        this.types = compiled.types();
        this.services = compiled.services();
        this.remedies = compiled.remedies();
    }

    /** @throws CatalogException listing every fault of the revision with its place */
    public static Judge of(CatalogRevision revision) {
        Expressions expressions = new Expressions(revision.parameters().values());
        return new Judge(revision, expressions, CatalogCompiler.compile(revision, expressions));
    }

    /** Never throws for what a resource holds; of a type that no service has it says nothing. */
    public Judgement judge(ResourceConfiguration item, Instant now) {
        TypeRules rules = types.get(item.resourceType());
        if (rules == null) {
            return new Judgement(List.of(), NO_SERVICE, null);
        }
        Evaluation evaluation = expressions.evaluation(item, now);
        Resolution resolution = rules.resolve(evaluation);
        List<ControlRule> controls = rules.controls(isGlobal(item.awsRegion()));
        ControlVerdict[] verdicts = new ControlVerdict[controls.size()];
        for (int i = 0; i < verdicts.length; i++) {
            verdicts[i] = controls.get(i).judge(evaluation, resolution);
        }
        return new Judgement(
                Collections.unmodifiableList(Arrays.asList(verdicts)), resolution.profile(), evaluation.reviewAt());
    }

    /** Whose each layer of one resource is, with rule and paths; none where no service has the type. */
    public List<LayerResponsibility> responsibilities(ResourceConfiguration item, Instant now) {
        TypeRules rules = types.get(item.resourceType());
        return rules == null
                ? List.of()
                : rules.resolve(expressions.evaluation(item, now)).layers();
    }

    /** Whose each layer of a service is before any variant speaks; none where the catalog does not know it. */
    public List<LayerResponsibility> responsibilities(String service) {
        return services.getOrDefault(service, List.of());
    }

    /**
     * What to do about a control's failure on one resource.
     *
     * @throws IllegalArgumentException where the catalog has no such control
     */
    public Advice advice(String control, ResourceConfiguration item, Instant now) {
        RemedyRules rules = remedies.get(control);
        if (rules == null) {
            throw new IllegalArgumentException("'%s' is no control of the catalog".formatted(control));
        }
        return rules.on(expressions.evaluation(item, now));
    }

    /** The controls, automated and attested, that read a scope's resources. */
    public List<Control> controlsFor(String type, String region) {
        @Nullable TypeRules rules = types.get(type);
        return rules == null
                ? List.of()
                : rules.controls(isGlobal(region)).stream()
                        .map(ControlRule::control)
                        .toList();
    }

    public CatalogRevision revision() {
        return revision;
    }

    private static boolean isGlobal(String region) {
        return region.equals(Scope.GLOBAL);
    }
}
