package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;

/** Analyzers of IAM, with whether any of their findings is open. */
@Singleton
public final class AccessAnalyzerCollector implements Collector {
    private static final Map<String, Criterion> OPEN =
            Map.of("status", Criterion.builder().eq(List.of("ACTIVE")).build());

    @Override
    public String type() {
        return "AWS::AccessAnalyzer::Analyzer";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        AccessAnalyzerClient analyzers =
                reading.aws().client(AccessAnalyzerClient.class, AccessAnalyzerClient::builder);
        reading.each(
                "access-analyzer:ListAnalyzers",
                () -> analyzers.listAnalyzersPaginator(request -> {}).analyzers().stream(),
                analyzer -> item(reading, analyzers, analyzer));
    }

    private static ItemBuilder item(Reading reading, AccessAnalyzerClient analyzers, AnalyzerSummary analyzer) {
        return reading.item(analyzer.arn())
                .arn(analyzer.arn())
                .name(analyzer.name())
                .configuration(Members.only(canonical(analyzer), "arn", "name", "type", "status", "createdAt"))
                .tags(analyzer.tags().entrySet(), Map.Entry::getKey, Map.Entry::getValue)
                .detail("hasOpenFindings", "access-analyzer:ListFindings", () -> analyzers
                        .listFindingsV2Paginator(
                                request -> request.analyzerArn(analyzer.arn()).filter(OPEN))
                        .findings()
                        .stream()
                        .findFirst()
                        .isPresent());
    }
}
