package dev.demarc.assessment.responsibility;

import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.problem.CatalogMissingException;
import dev.demarc.engine.Judge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The newest catalog revision, looked up by readers. */
@ApplicationScoped
public class CurrentCatalog {
    private record Known(Judge judge, CatalogLookup lookup) {}

    private final CurrentJudge judges;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    public CurrentCatalog(CurrentJudge judges) {
        this.judges = judges;
    }

    /** @throws CatalogMissingException before the first revision came */
    public CatalogLookup lookup() {
        Judge judge = judges.newest().orElseThrow(CatalogMissingException::new).judge();
        Known last = known.get();
        if (last == null || last.judge() != judge) {
            last = new Known(judge, new CatalogLookup(judge));
            known.set(last);
        }
        return last.lookup();
    }
}
