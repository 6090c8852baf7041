package dev.demarc.gateway.catalog;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.Control;
import org.jspecify.annotations.Nullable;

/** Which controls are asked for; what is null does not narrow. */
record ControlFilter(
        @Nullable String service,
        @Nullable String type,
        @Nullable String layer,
        @Nullable Category category,
        @Nullable Severity severity,
        @Nullable String framework) {
    boolean matches(Control control) {
        return (service == null || service.equals(control.service()))
                && (type == null || type.equals(control.type()))
                && (layer == null || layer.equals(control.layer()))
                && (category == null || category == control.category())
                && (severity == null || severity == control.severity())
                && (framework == null || control.maps().containsKey(framework));
    }
}
