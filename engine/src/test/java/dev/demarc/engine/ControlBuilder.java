package dev.demarc.engine;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ProviderHalf;
import dev.demarc.contracts.catalog.Remedy;
import dev.demarc.contracts.catalog.RemedyVariant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one control, automated unless attested, on a bucket's data, with an AWS half where its category has one. */
public final class ControlBuilder {
    public static final ProviderHalf HALF = new ProviderHalf("AWS does its part", List.of("soc-2", "iso"));

    private int number = 1;
    private @Nullable String service;
    private @Nullable String type = "AWS::S3::Bucket";
    private String layer = "data";
    private Category category = Category.CUSTOMER_SPECIFIC;
    private Severity severity = Severity.HIGH;
    private @Nullable Placement placement;
    private @Nullable String when;
    private @Nullable String assertion = "true";
    private Remedy remedy = new Remedy(null, null, null);

    public ControlBuilder number(int number) {
        this.number = number;
        return this;
    }

    public ControlBuilder service(String service) {
        this.service = service;
        return this;
    }

    public ControlBuilder type(String type) {
        this.type = type;
        return this;
    }

    public ControlBuilder layer(String layer) {
        this.layer = layer;
        return this;
    }

    public ControlBuilder category(Category category) {
        this.category = category;
        return this;
    }

    public ControlBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public ControlBuilder placement(Placement placement) {
        this.placement = placement;
        return this;
    }

    public ControlBuilder when(String when) {
        this.when = when;
        return this;
    }

    public ControlBuilder remedy(RemedyVariant... variants) {
        remedy = new Remedy("Mend it.", null, null, List.of(variants));
        return this;
    }

    /** Attested, of the account as a whole. */
    public ControlBuilder attested() {
        type = null;
        assertion = null;
        return this;
    }

    public ControlBuilder assertion(String assertion) {
        this.assertion = assertion;
        return this;
    }

    public Control build() {
        return new Control(
                "control-" + number,
                number,
                "Control " + number,
                service,
                type,
                placement,
                layer,
                category,
                severity,
                assertion == null ? Control.Assessment.ATTESTATION : Control.Assessment.AUTOMATED,
                when,
                assertion,
                List.of(),
                "because",
                remedy,
                category == Category.CUSTOMER_SPECIFIC ? null : HALF,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null);
    }
}
