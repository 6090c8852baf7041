package dev.demarc.assessment.drift;

import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.contracts.api.ChangesView;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.Page;
import dev.demarc.engine.Judge;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What moved, over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drift")
@Blocking
public class DriftEndpoint {
    private static final String SINCE = "since";
    private static final Set<String> OF_CHANGES = Stream.concat(
                    AccountFilter.PARAMETERS.stream(), Stream.of(SINCE, "team"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OF_DRIFT = Stream.concat(OF_CHANGES.stream(), Stream.of("kind", "cursor", "limit"))
            .collect(Collectors.toUnmodifiableSet());

    private final Grants grants;
    private final CurrentCatalog catalog;
    private final CurrentJudge judges;
    private final Drift drift;
    private final Clock clock;

    DriftEndpoint(Grants grants, CurrentCatalog catalog, CurrentJudge judges, Drift drift, Clock clock) {
        this.grants = grants;
        this.catalog = catalog;
        this.judges = judges;
        this.drift = drift;
        this.clock = clock;
    }

    @GET
    @Path("/drift")
    @Operation(
            summary = "Duties and verdicts that moved since an instant, the newest first",
            description = "Moves by a change of the catalog and first judgements are not among them.")
    @Parameter(
            name = SINCE,
            in = ParameterIn.QUERY,
            required = true,
            example = "2026-10-01",
            description = "A day or an instant")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            example = "duty",
            description = "duty, verdict; both unless given")
    @Parameter(ref = "account")
    @Parameter(ref = "organization")
    @Parameter(ref = "team")
    public Page<DriftItem> drift(@Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_DRIFT);
        Cursor after = parameters.cursor();
        int limit = parameters.limit();
        Instant until = after.equals(Cursor.START) ? clock.instant() : Instant.ofEpochMilli(after.rid());
        List<DriftItem> items = drift.items(
                grants.current(),
                AccountFilter.of(parameters),
                parameters.manyOrEmpty("team"),
                judge(),
                since(parameters, clock.instant()),
                until,
                parameters.among("kind", DriftItem.Kind.class));
        int end = Math.min(items.size(), after.scope() + limit);
        List<DriftItem> page = items.subList(Math.min(after.scope(), end), end);
        String next =
                end < items.size() ? new Cursor(0, end, until.toEpochMilli(), 0).text(parameters.fingerprint()) : null;
        return new Page<>(page, next, (long) items.size());
    }

    @GET
    @Path("/changes")
    @Operation(
            summary = "What is new since an instant: findings, duties, what is overdue and what no team owns",
            description = "Moves by a change of the catalog and first judgements are not among them.")
    @Parameter(
            name = SINCE,
            in = ParameterIn.QUERY,
            required = true,
            example = "2026-10-01",
            description = "A day or an instant")
    @Parameter(ref = "organization")
    @Parameter(ref = "team")
    public ChangesView changes(@Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_CHANGES);
        Instant now = clock.instant();
        return drift.changes(
                grants.current(),
                AccountFilter.of(parameters),
                parameters.manyOrEmpty("team"),
                judge(),
                since(parameters, now),
                now);
    }

    private Judge judge() {
        catalog.lookup();
        return judges.newest().orElseThrow().judge();
    }

    private static Instant since(QueryParameters parameters, Instant now) {
        return parameters.past(SINCE, now).orElseThrow(() -> QueryParameters.refusedInstant(SINCE, "", now));
    }
}
