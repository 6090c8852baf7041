package dev.demarc.assessment.catalog;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.verdict.Applicable;
import dev.demarc.contracts.resource.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which controls a stored row counts for, by the judging version and profile that it was judged with. */
@ApplicationScoped
public class ApplicableControls {
    private record Key(JudgingVersion version, int profile, String type, boolean global) {}

    private final CatalogStore catalog;
    private final Dictionaries dictionaries;
    private final Map<Key, Applicable> known = new ConcurrentHashMap<>();

    public ApplicableControls(CatalogStore catalog, Dictionaries dictionaries) {
        this.catalog = catalog;
        this.dictionaries = dictionaries;
    }

    /** Nothing is believed that was read before. */
    public void forget() {
        known.clear();
    }

    public Applicable of(int version, int profile, Scope scope) throws SQLException {
        JudgingVersion judged = JudgingVersion.of(version);
        Key key = new Key(judged, profile, scope.type(), scope.region().equals(Scope.GLOBAL));
        Applicable applicable = known.get(key);
        if (applicable == null) {
            applicable = Applicable.of(
                    catalog.revision(judged.revision()),
                    judged.engine(),
                    dictionaries.profile(profile),
                    scope.type(),
                    scope.region());
            known.put(key, applicable);
        }
        return applicable;
    }
}
