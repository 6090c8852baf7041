package dev.demarc.assessment.proposal;

import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.contracts.api.StatementView.State;
import dev.demarc.shell.problem.RefusedValueException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which statements a list is about; null stands for any. */
@SuppressWarnings("ArrayRecordComponent") // what JDBC takes; never compared
record StatementFilter(
        String @Nullable [] states,
        String @Nullable [] controls,
        String @Nullable [] accounts,
        @Nullable String organization,
        @Nullable Instant expiresBefore) {
    static final StatementFilter ALL = new StatementFilter(null, null, null, null, null);
    static final Set<String> PARAMETERS =
            Set.of("state", "control", "account", "organization", "expiresBefore", "cursor", "limit");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    static StatementFilter of(QueryParameters parameters) {
        return new StatementFilter(
                texts(parameters.among("state", State.class).stream()
                        .map(State::name)
                        .toList()),
                texts(parameters.many("control")),
                texts(parameters.matching("account", ACCOUNT)),
                parameters.one("organization").orElse(null),
                parameters.one("expiresBefore").map(StatementFilter::instant).orElse(null));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedValueException("expiresBefore", text, "an instant such as 2026-12-31T00:00:00Z");
        }
    }

    private static String @Nullable [] texts(Collection<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }
}
