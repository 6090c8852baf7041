package dev.demarc.assessment.finding;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.assessment.verdict.FindingId;
import dev.demarc.contracts.api.FindingDetail;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.Page;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings over HTTP. */
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "findings")
@Blocking
public class FindingsEndpoint {
    private final Grants grants;
    private final CurrentCatalog catalog;
    private final FindingPages pages;
    private final FindingViews views;
    private final FindingDetails details;
    private final PastFindingPages past;
    private final Clock clock;

    FindingsEndpoint(
            Grants grants,
            CurrentCatalog catalog,
            FindingPages pages,
            FindingViews views,
            FindingDetails details,
            PastFindingPages past,
            Clock clock) {
        this.grants = grants;
        this.catalog = catalog;
        this.pages = pages;
        this.views = views;
        this.details = details;
        this.past = past;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List findings, the gravest first", description = """
                    Several values of a filter are separated by commas and mean any of them. `total` counts the open \
                    and the waived findings of the filter, and is absent where counting would cost more than the page, as with `since` and `overdue`.""")
    @Parameter(ref = "account")
    @Parameter(ref = "ou")
    @Parameter(ref = "organization")
    @Parameter(name = "party", in = ParameterIn.QUERY, example = "CUSTOMER", description = "AWS, SHARED, CUSTOMER")
    @Parameter(ref = "team")
    @Parameter(
            name = "severity",
            in = ParameterIn.QUERY,
            example = "critical,high",
            description = "critical, high, medium, low")
    @Parameter(name = "layer", in = ParameterIn.QUERY, example = "data", description = "Layer ids")
    @Parameter(name = "control", in = ParameterIn.QUERY, example = "s3-bucket-not-public", description = "Control ids")
    @Parameter(name = "service", in = ParameterIn.QUERY, example = "s3", description = "Service ids")
    @Parameter(ref = "type")
    @Parameter(ref = "region")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            example = "open",
            description = "open (unless given otherwise), waived, resolved")
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            example = "2026-10-01",
            description = "First seen failing, this time, after a day's beginning (UTC) or an instant")
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            example = "true",
            description = "true: open ones that should have been mended by now")
    @Parameter(
            name = PastFindingPages.AS_OF,
            in = ParameterIn.QUERY,
            example = "2026-10-01",
            description = "The findings that one account had at a day's end (UTC) or at an instant")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    public Page<FindingView> list(@Context UriInfo uri) {
        CatalogLookup lookup = catalog.lookup();
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), FindingFilter.PARAMETERS);
        if (parameters.one(PastFindingPages.AS_OF).isPresent()) {
            return past.page(grants.reached(), parameters);
        }
        FindingPages.Rows page = pages.page(
                grants.reached(),
                FindingFilter.of(parameters, lookup.revision(), clock.instant()),
                parameters.cursor(),
                parameters.limit());
        return new Page<>(
                page.rows().stream()
                        .map(row -> views.view(row, lookup))
                        .flatMap(Optional::stream)
                        .toList(),
                page.last() == null ? null : page.last().text(parameters.fingerprint()),
                page.total());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One finding: whose and why, the evidence, both halves, what to do, every time it was open",
            description = "The id is the resource's key, a dot and the control's id; it stays when a finding reopens.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            example = "111122223333.eu-central-1.AWS-S3-Bucket.0123456789abcdef.s3-bucket-not-public")
    public FindingDetail one(@PathParam("id") String id) {
        return FindingId.parse(id)
                .flatMap(finding -> details.of(grants.reached(), finding, catalog.lookup(), clock.instant()))
                .orElseThrow(() -> new UnknownIdException("finding", id));
    }
}
