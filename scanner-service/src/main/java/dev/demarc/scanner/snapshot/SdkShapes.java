package dev.demarc.scanner.snapshot;

import dev.demarc.scanner.canonical.ShapeForm;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkPojo;

/** Empty shapes of the AWS SDK by the names of their classes. */
final class SdkShapes {
    private static final Map<String, SdkPojo> KNOWN = new ConcurrentHashMap<>();

    private SdkShapes() {}

    static SdkPojo named(String name) {
        return KNOWN.computeIfAbsent(name, SdkShapes::empty);
    }

    /** The canonical names of all its members. */
    static Set<String> members(String name) {
        return ShapeForm.whole(named(name), Map.of()).keySet();
    }

    private static SdkPojo empty(String name) {
        try {
            return (SdkPojo) Class.forName(name).getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException("%s is no shape of the AWS SDK".formatted(name), e);
        }
    }
}
