package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.contracts.catalog.Service;
import java.util.Arrays;

/** The kinds of elements that a revision holds in lists. */
public enum CatalogKind {
    LAYERS("layers", "id", Layer.class),
    MODELS("models", "model", ModelDefinition.class),
    SERVICES("services", "id", Service.class),
    CONTROLS("controls", "id", Control.class),
    FRAMEWORKS("frameworks", "id", Framework.class),
    REPORT_SERIES("reportSeries", "id", ReportSeries.class),
    PROVIDER_EVIDENCE("providerEvidence", "id", ProviderEvidence.class);

    private final String plural;
    private final String idMember;
    private final Class<?> element;

    CatalogKind(String plural, String idMember, Class<?> element) {
        this.plural = plural;
        this.idMember = idMember;
        this.element = element;
    }

    static CatalogKind of(Class<?> element) {
        return Arrays.stream(values())
                .filter(kind -> kind.element == element)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(element + " is no element of a catalog"));
    }

    /** The member of {@link CatalogRevision} that holds them. */
    public String plural() {
        return plural;
    }

    /** The member that names an element among its kind. */
    public String idMember() {
        return idMember;
    }
}
