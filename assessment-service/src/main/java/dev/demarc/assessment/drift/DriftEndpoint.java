package dev.demarc.assessment.drift;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.history.Retention;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.contracts.api.ChangesView;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.Page;
import dev.demarc.shell.problem.RefusedValueException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    /** How far back is looked where nobody says. */
    private static final Duration USUAL = Duration.ofDays(30);

    private static final Set<String> OF_CHANGES = Stream.concat(
                    AccountFilter.PARAMETERS.stream(), Stream.of(SINCE, "team"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OF_DRIFT = Stream.concat(OF_CHANGES.stream(), Stream.of("kind", "cursor", "limit"))
            .collect(Collectors.toUnmodifiableSet());

    private final Grants grants;
    private final CurrentCatalog catalog;
    private final Drift drift;
    private final Retention retention;
    private final Clock clock;

    DriftEndpoint(Grants grants, CurrentCatalog catalog, Drift drift, Retention retention, Clock clock) {
        this.grants = grants;
        this.catalog = catalog;
        this.drift = drift;
        this.retention = retention;
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
            example = "2026-10-01",
            description =
                    "A day or an instant, refused where moves of then are not kept; 30 days ago where left out, or"
                            + " as far back as moves are kept")
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
        int filter = parameters.fingerprint();
        DriftCursor after = DriftCursor.of(parameters.one("cursor"), filter, clock.instant());
        Drift.Slice slice = drift.page(
                grants.reached(),
                query(
                        parameters,
                        since(parameters, after.until()),
                        after.until(),
                        parameters.among("kind", DriftItem.Kind.class)),
                catalog.lookup().revision(),
                after,
                parameters.limit());
        DriftCursor next = slice.next();
        return new Page<>(slice.items(), next == null ? null : next.text(filter), slice.total());
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
            description = "A day or an instant; the answer's `since` is later where moves of before are not kept")
    @Parameter(ref = "organization")
    @Parameter(ref = "team")
    public ChangesView changes(@Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), OF_CHANGES);
        Instant now = clock.instant();
        Instant since = parameters
                .past(SINCE, now)
                .orElseThrow(() -> new RefusedValueException(SINCE, "", "a day or an instant"));
        return drift.changes(
                grants.reached(),
                query(parameters, asFarAsKept(since), now, Set.of()),
                catalog.lookup().revision());
    }

    /** What is asked for, else what is usual: a default is not refused. */
    private Instant since(QueryParameters parameters, Instant until) {
        return parameters
                .past(SINCE, retention.completeFrom(clock.instant()), clock.instant())
                .orElseGet(() -> asFarAsKept(until.minus(USUAL)));
    }

    private Instant asFarAsKept(Instant since) {
        Instant written = drift.asFarAsWritten(since);
        return retention.completeFrom(clock.instant()).filter(written::isBefore).orElse(written);
    }

    private static DriftQuery query(
            QueryParameters parameters, Instant since, Instant until, Set<DriftItem.Kind> kinds) {
        return new DriftQuery(AccountFilter.of(parameters), parameters.manyOrEmpty("team"), since, until, kinds);
    }
}
