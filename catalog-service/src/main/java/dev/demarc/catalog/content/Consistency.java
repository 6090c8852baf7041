package dev.demarc.catalog.content;

import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.engine.CatalogException;
import dev.demarc.engine.Invariants;
import dev.demarc.engine.Judge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that must hold for a revision to be judged by: what the engine demands, and what the catalog adds. */
public final class Consistency {
    private Consistency() {}

    /** Everything that is wrong, nothing where the catalog is sound. */
    public static List<CatalogProblem> problems(CatalogRevision revision) {
        List<CatalogProblem> problems = new ArrayList<>();
        Set<ServiceModel> models =
                revision.models().stream().map(ModelDefinition::model).collect(Collectors.toSet());
        for (ServiceModel model : ServiceModel.values()) {
            if (!models.contains(model)) {
                problems.add(new CatalogProblem("models[%s]".formatted(model), "is missing"));
            }
        }
        unique("frameworks", revision.frameworks(), Framework::id, problems);
        unique("reportSeries", revision.reportSeries(), ReportSeries::id, problems);
        unique("providerEvidence", revision.providerEvidence(), ProviderEvidence::id, problems);
        problems.addAll(new ControlConsistency(revision).check());
        problems.addAll(new EvidenceConsistency(revision).check());
        problems.addAll(RevisionSize.problems(revision));
        problems.addAll(engineProblems(revision));
        Invariants.check(revision).stream().map(Consistency::invariant).forEach(problems::add);
        return problems;
    }

    private static List<CatalogProblem> engineProblems(CatalogRevision revision) {
        try {
            Judge.of(revision);
            return List.of();
        } catch (CatalogException e) {
            return e.problems().stream().map(Consistency::split).toList();
        }
    }

    /** An invariant's name stands before its place: {@code I1: services[s3]: layer identity is of AWS}. */
    private static CatalogProblem invariant(String broken) {
        CatalogProblem named = split(broken);
        CatalogProblem placed = split(named.reason());
        return new CatalogProblem(placed.path(), "breaks invariant %s: %s".formatted(named.path(), placed.reason()));
    }

    /** The engine puts the path before the first colon. */
    private static CatalogProblem split(String problem) {
        int colon = problem.indexOf(": ");
        return colon < 0
                ? new CatalogProblem("catalog", problem)
                : new CatalogProblem(problem.substring(0, colon), problem.substring(colon + 2));
    }

    private static <T> void unique(
            String kind, List<T> elements, Function<T, String> id, List<CatalogProblem> problems) {
        Set<String> seen = new HashSet<>();
        for (T element : elements) {
            if (!seen.add(id.apply(element))) {
                problems.add(new CatalogProblem("%s[%s]".formatted(kind, id.apply(element)), "is there twice"));
            }
        }
    }
}
