package dev.demarc.engine.expression;

import dev.cel.runtime.CelVariableResolver;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One resource at one instant, as expressions see it; gathers when time alone may change their answers. For one
 * thread.
 */
public final class Evaluation implements CelVariableResolver {
    /** Of functions of ours by one expression: what AWS can hold in one resource needs far fewer. */
    static final int MOST_CALLS = 5_000;

    /** The variable by which functions get at this object; no expression can write its name. */
    static final String SELF = "@evaluation";

    private final ResourceConfiguration item;
    private final Instant now;
    private final Optional<Object> self;
    private final Optional<Object> configuration;
    private final Optional<Object> supplementaryConfiguration;
    private final Optional<Object> tags;
    private final Optional<Object> parameters;
    private final List<UnreadPath> unread;
    private final IdentityHashMap<Object, Object> parsed = new IdentityHashMap<>(8);
    private Optional<Object> resource = Optional.empty();
    private @Nullable Instant reviewAt;
    private int calls;

    Evaluation(ResourceConfiguration item, Optional<Object> parameters, Instant now) {
        this.item = item;
        this.now = now;
        this.parameters = parameters;
        this.self = Optional.of(this);
        this.configuration = Optional.of(CelValues.of(item.configuration()));
        this.supplementaryConfiguration = Optional.of(CelValues.of(item.supplementaryConfiguration()));
        this.tags = Optional.of(CelValues.of(item.tags()));
        this.unread = item.unread().isEmpty()
                ? List.of()
                : item.unread().stream()
                        .map(each -> UnreadPath.of(each, this::find))
                        .toList();
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "configuration" -> configuration;
            case "supplementaryConfiguration" -> supplementaryConfiguration;
            case "tags" -> tags;
            case "parameters" -> parameters;
            case "resource" -> resource();
            case SELF -> self;
            default -> Optional.empty();
        };
    }

    /** The earliest instant after now at which an answer given so far may change, null if none. */
    public @Nullable Instant reviewAt() {
        return reviewAt;
    }

    Instant now() {
        return now;
    }

    /** One expression after the other is answered, each with its own budget. */
    void begin() {
        calls = 0;
    }

    void countCall() {
        if (++calls > MOST_CALLS) {
            throw new UnreadableException("the expression calls functions more than %d times".formatted(MOST_CALLS));
        }
    }

    void flipsAt(Instant flip) {
        if (flip.isAfter(now) && (reviewAt == null || flip.isBefore(reviewAt))) {
            reviewAt = flip;
        }
    }

    /** Reads a part of the resource once, however many expressions ask about it. */
    <T> T parsed(Object json, Class<T> type, Supplier<T> parser) {
        Object known = parsed.get(json);
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T fresh = parser.get();
        parsed.put(json, fresh);
        return fresh;
    }

    Map<?, ?> supplementary() {
        return (Map<?, ?>) supplementaryConfiguration.orElseThrow();
    }

    List<UnreadPath> unread() {
        return unread;
    }

    private Optional<Object> resource() {
        if (resource.isEmpty()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("accountId", item.accountId());
            fields.put("awsRegion", item.awsRegion());
            fields.put("resourceType", item.resourceType());
            fields.put("resourceId", item.resourceId());
            fields.put("arn", item.arn());
            fields.put("resourceName", item.resourceName());
            resource = Optional.of(CelValues.of(fields));
        }
        return resource;
    }
}
