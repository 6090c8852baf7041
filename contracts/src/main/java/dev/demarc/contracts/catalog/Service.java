package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.ServiceModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An AWS service and how its responsibilities differ from its model's.
 *
 * @param responsibilities by layer id, only those that differ from the model's
 * @param retiredOn the day on which AWS ended the service, if it did
 */
public record Service(
        String id,
        String name,
        ServiceModel model,
        String about,
        List<ResourceType> types,
        Map<String, Responsibility> responsibilities,
        List<Variant> variants,
        @Nullable LocalDate retiredOn) {
    public Service {
        Require.text(id, "service id");
        Require.text(name, "name of service " + id);
        Require.present(model, "model of service " + id);
        Require.text(about, "about of service " + id);
        types = types == null ? List.of() : List.copyOf(types);
        responsibilities = responsibilities == null ? Map.of() : Map.copyOf(responsibilities);
        variants = variants == null ? List.of() : List.copyOf(variants);
    }
}
