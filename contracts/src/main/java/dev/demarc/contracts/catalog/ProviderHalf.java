package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import java.util.List;

/**
 * AWS's half of an inherited or shared control.
 *
 * @param duty what AWS does, in one sentence
 * @param evidence ids of the {@link ReportSeries} that cover it; any current report on file does
 */
public record ProviderHalf(String duty, List<String> evidence) {
    public ProviderHalf {
        Require.text(duty, "duty of the provider's half");
        evidence = List.copyOf(Require.present(evidence, "evidence of the provider's half"));
    }
}
