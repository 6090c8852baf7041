package dev.demarc.scanner.collector;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Every collector there is, by its type. */
@Singleton
public final class Collectors {
    private final Map<String, Collector> byType;

    public Collectors(@All List<Collector> collectors) {
        byType = new TreeMap<>(
                collectors.stream().collect(java.util.stream.Collectors.toMap(Collector::type, Function.identity())));
    }

    public Optional<Collector> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** In the order of their names. */
    public List<Collector> all() {
        return List.copyOf(byType.values());
    }
}
