package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AWS report on file that covers the AWS half of controls.
 *
 * @param id names this version of the report
 * @param series the {@link ReportSeries} that it is of
 * @param organization the organisation that has it on file, null for all
 * @param periodEnd end of the period of a {@code PERIOD} report, null for the others
 * @param validUntil the day on which a {@code CERTIFICATE} lapses, null for the others
 * @param continuedUntil the day up to which a continued operations letter speaks, if there is one
 * @param services service ids in scope, empty for all
 * @param regions regions in scope, empty for all
 * @param exceptions what the auditor took exception to
 * @param expects the complementary controls that it expects of the customer
 */
public record ProviderEvidence(
        String id,
        String series,
        @Nullable String organization,
        String title,
        Type type,
        LocalDate issuedOn,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate continuedUntil,
        List<String> services,
        List<String> regions,
        List<String> exceptions,
        List<String> expects,
        String source) {
    /** How long a report speaks: of one day, of a period, or until a date. */
    public enum Type {
        POINT_IN_TIME,
        PERIOD,
        CERTIFICATE
    }

    public ProviderEvidence {
        Require.text(id, "provider evidence id");
        Require.text(series, "series of provider evidence " + id);
        Require.text(title, "title of provider evidence " + id);
        Require.present(type, "type of provider evidence " + id);
        Require.present(issuedOn, "issuedOn of provider evidence " + id);
        if (type == Type.PERIOD) {
            Require.present(periodEnd, "periodEnd of provider evidence " + id);
        }
        if (type == Type.CERTIFICATE) {
            Require.present(validUntil, "validUntil of provider evidence " + id);
        }
        services = services == null ? List.of() : List.copyOf(services);
        regions = regions == null ? List.of() : List.copyOf(regions);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        expects = expects == null ? List.of() : List.copyOf(expects);
        Require.text(source, "source of provider evidence " + id);
    }
}
