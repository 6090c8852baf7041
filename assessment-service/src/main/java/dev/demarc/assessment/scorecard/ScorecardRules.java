package dev.demarc.assessment.scorecard;

import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.run.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What scorecards are computed by under each judging version. */
@ApplicationScoped
public class ScorecardRules {
    private static final int KEPT = 3;

    private record Version(int revision, int engine) {}

    private final CatalogStore catalog;
    private final Duration staleAfter;
    private final Map<Version, Scorecards> known = new LinkedHashMap<>();

    @Inject
    ScorecardRules(CatalogStore catalog, Freshness freshness) {
        this(catalog, freshness.patience());
    }

    public ScorecardRules(CatalogStore catalog, Duration staleAfter) {
        this.catalog = catalog;
        this.staleAfter = staleAfter;
    }

    public synchronized Scorecards of(AccountReading reading) throws SQLException {
        Version version = new Version(reading.revision(), reading.engine());
        Scorecards scorecards = known.get(version);
        if (scorecards == null) {
            scorecards = new Scorecards(catalog.revision(version.revision()), version.engine(), staleAfter);
            if (known.size() == KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(version, scorecards);
        }
        return scorecards;
    }
}
