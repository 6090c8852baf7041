package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;

/**
 * A series of reports that AWS gives its customers, of which an organisation puts its copies on file.
 *
 * @param id what a {@link ProviderHalf} and {@link ProviderEvidence} refer to, such as {@code aws-soc-2}
 * @param covers what a report of it speaks of, in one sentence
 */
public record ReportSeries(String id, String title, String covers, String source) {
    public ReportSeries {
        Require.text(id, "report series id");
        Require.text(title, "title of report series " + id);
        Require.text(covers, "covers of report series " + id);
        Require.text(source, "source of report series " + id);
    }
}
