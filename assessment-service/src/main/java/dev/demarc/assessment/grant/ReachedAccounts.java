package dev.demarc.assessment.grant;

import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.access.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells which accounts a sight covers, by where the organisation has them; what it said a second ago may be told still. */
@ApplicationScoped
class ReachedAccounts {
    private static final Duration KEPT = Duration.ofSeconds(1);

    private static final String PLACES = """
            SELECT id, coalesce(i.organization, id) AS organization, coalesce(i.ou_path, '{}') AS unit
            FROM (SELECT id FROM account UNION SELECT id FROM account_info) known LEFT JOIN account_info i USING (id)
            """;

    private record Place(String account, String organization, List<String> unit) {}

    /** What was read at one time, and what became of it for whoever asked. */
    private record Known(Instant until, List<Place> places, Map<Sight, Reached> reached) {
        synchronized Reached of(Sight sight) {
            return reached.computeIfAbsent(sight, asked -> new Reached(Optional.of(accounts(asked)), asked.teams()));
        }

        private Set<String> accounts(Sight sight) {
            return places.stream()
                    .filter(place -> sight.covers(place.account(), place.organization(), place.unit()))
                    .map(Place::account)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Known known;

    ReachedAccounts(@io.quarkus.agroal.DataSource("reads") DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Reached of(Sight sight) {
        return sight.isEverything() ? Reached.all() : known().of(sight);
    }

    private Known known() {
        Instant now = clock.instant();
        Known last = known;
        if (last == null || !now.isBefore(last.until())) {
            try (Connection connection = database.getConnection()) {
                List<Place> places = Rows.all(
                        connection,
                        PLACES,
                        row -> new Place(row.getString("id"), row.getString("organization"), Rows.texts(row, "unit")));
                last = new Known(now.plus(KEPT), places, new HashMap<>());
            } catch (SQLException e) {
                throw StoreUnavailableException.orBug(e);
            }
            known = last;
        }
        return last;
    }
}
