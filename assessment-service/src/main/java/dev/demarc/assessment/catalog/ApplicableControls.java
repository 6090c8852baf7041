package dev.demarc.assessment.catalog;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.verdict.Applicable;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** Which controls a stored row counts for, by the judging version and profile that it was judged with. */
@ApplicationScoped
public class ApplicableControls {
    private record Key(JudgingVersion version, int profile, String type, boolean global) {}

    private static final int REMEMBERED = 10_000;

    private final CatalogStore catalog;
    private final Dictionaries dictionaries;
    private final Recent<Key, Applicable> known = new Recent<>(REMEMBERED);

    public ApplicableControls(CatalogStore catalog, Dictionaries dictionaries) {
        this.catalog = catalog;
        this.dictionaries = dictionaries;
    }

    /** Nothing is believed that was read before. */
    public void forget() {
        known.clear();
    }

    /** The profile that has a number. */
    public Profile profile(int number) throws SQLException {
        return dictionaries.profile(number);
    }

    public Applicable of(int version, int profile, Scope scope) throws SQLException {
        JudgingVersion judged = JudgingVersion.of(version);
        Key key = new Key(judged, profile, scope.type(), scope.region().equals(Scope.GLOBAL));
        Optional<Applicable> remembered = known.get(key);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        Applicable applicable = Applicable.of(
                catalog.revision(judged.revision()),
                judged.engine(),
                dictionaries.profile(profile),
                scope.type(),
                scope.region());
        known.put(key, applicable);
        return applicable;
    }
}
