package dev.demarc.assessment.finding;

import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.verdict.Deadline;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.FindingView.State;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.shell.problem.RefusedValueException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a list is about.
 *
 * @param parties empty for any
 * @param teams empty for any; the empty name for none
 * @param regions empty for any
 * @param controls those that severity, layer, control, service and type leave
 * @param since when they were first seen failing at the earliest, this time; null for any
 * @param overdueSince before when what is overdue opened, by severity; null for overdue or not
 */
record FindingFilter(
        AccountFilter accounts,
        Set<Party> parties,
        Set<String> teams,
        Set<String> regions,
        Set<State> states,
        List<Control> controls,
        @Nullable Instant since,
        @Nullable Map<Severity, Instant> overdueSince) {
    static final Set<String> PARAMETERS = Stream.concat(
                    AccountFilter.PARAMETERS.stream(),
                    Stream.of(
                            "party",
                            "team",
                            "severity",
                            "layer",
                            "control",
                            "service",
                            "type",
                            "region",
                            "state",
                            "since",
                            "overdue",
                            PastFindingPages.AS_OF,
                            "cursor",
                            "limit"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern REGION = Pattern.compile("global|[a-z]{2}(-[a-z]+)+-\\d{1,2}");

    FindingFilter {
        parties = Set.copyOf(parties);
        teams = Set.copyOf(teams);
        regions = Set.copyOf(regions);
        states = states.isEmpty() ? Set.of(State.OPEN) : Set.copyOf(states);
        controls = List.copyOf(controls);
        overdueSince = overdueSince == null ? null : Map.copyOf(overdueSince);
        if (overdueSince != null && !states.equals(Set.of(State.OPEN))) {
            throw new RefusedValueException("state", words(states), "open, where overdue is given");
        }
    }

    static FindingFilter of(QueryParameters parameters, CatalogRevision catalog, Instant now) {
        return new FindingFilter(
                AccountFilter.of(parameters),
                parameters.among("party", Party.class),
                parameters.manyOrEmpty("team"),
                parameters.matching("region", REGION),
                parameters.among("state", State.class),
                controls(parameters, catalog),
                parameters.past("since", now).orElse(null),
                parameters.among("overdue", Set.of("true", "false")).equals(Set.of("true"))
                        ? overdueSince(catalog, now)
                        : null);
    }

    /** The times that findings of a severity must have opened in. */
    OpenedIn openedIn(Severity severity) {
        return new OpenedIn(since, overdueSince == null ? null : overdueSince.getOrDefault(severity, Instant.MIN));
    }

    private static Map<Severity, Instant> overdueSince(CatalogRevision catalog, Instant now) {
        Map<Severity, Instant> latest = new EnumMap<>(Severity.class);
        catalog.parameters().dueDays().forEach((severity, days) -> {
            if (days != null) {
                latest.put(
                        severity,
                        Deadline.firstInTime(now, days)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
            }
        });
        return latest;
    }

    private static String words(Set<State> states) {
        return states.stream()
                .map(State::name)
                .sorted()
                .collect(Collectors.joining(","))
                .toLowerCase(Locale.ROOT);
    }

    private static List<Control> controls(QueryParameters parameters, CatalogRevision catalog) {
        Set<Severity> severities = parameters.among("severity", Severity.class);
        Set<String> layers =
                parameters.among("layer", ids(catalog.layers().stream().map(Layer::id)));
        Set<String> wanted =
                parameters.among("control", ids(catalog.controls().stream().map(Control::id)));
        Set<String> types = types(parameters, catalog);
        return catalog.controls().stream()
                .filter(Control::judgesResources)
                .filter(control -> anyOf(severities, control.severity()))
                .filter(control -> anyOf(layers, control.layer()))
                .filter(control -> anyOf(wanted, control.id()))
                .filter(control -> types.contains(control.type()))
                .toList();
    }

    /** The types that {@code type} and {@code service} leave. */
    private static Set<String> types(QueryParameters parameters, CatalogRevision catalog) {
        Set<String> services =
                parameters.among("service", ids(catalog.services().stream().map(Service::id)));
        Set<String> types = catalog.services().stream()
                .filter(service -> anyOf(services, service.id()))
                .flatMap(service -> service.types().stream())
                .map(ResourceType::type)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> wanted = parameters.among(
                "type",
                ids(catalog.services().stream()
                        .flatMap(service -> service.types().stream())
                        .map(ResourceType::type)));
        types.removeIf(type -> !anyOf(wanted, type));
        return types;
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toSet());
    }

    static <T> boolean anyOf(Collection<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
