package dev.demarc.gateway.upstream;

import dev.demarc.contracts.api.ChangesView;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What moved since an instant, which assessment-service answers. */
@Path("/")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drift")
class DriftEndpoint {
    private static final String SINCE = "since";
    private static final String EXCEPT = "Moves by a change of the catalog and first judgements are not among them.";

    private final Passage passage;

    DriftEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("/drift")
    @Operation(
            operationId = "drift",
            summary = "Duties and verdicts that moved since an instant, the newest first",
            description = EXCEPT + " A workload is known by a tag, else by its stack.")
    @Parameter(
            name = SINCE,
            in = ParameterIn.QUERY,
            description =
                    "A day or an instant, refused where moves of then are not kept; 30 days ago where left out, or"
                            + " as far back as moves are kept")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "duty or verdict; both where left out")
    @Parameter(ref = "organization")
    @Parameter(ref = "account")
    @Parameter(ref = "ou")
    @Parameter(ref = "team")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "A page of moves",
            content = @Content(schema = @Schema(implementation = Listed.DriftPage.class)))
    public Uni<Response> drift(@Context RoutingContext context) {
        return passage.pass(context);
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "changes",
            summary = "What is new since an instant: findings, duties, what is overdue and what no team owns",
            description = EXCEPT)
    @Parameter(
            name = SINCE,
            in = ParameterIn.QUERY,
            required = true,
            description = "A day or an instant; the answer's `since` is later where moves of before are not kept")
    @Parameter(ref = "organization")
    @Parameter(ref = "team")
    @APIResponse(
            responseCode = "200",
            description = "What is new",
            content = @Content(schema = @Schema(implementation = ChangesView.class)))
    public Uni<Response> changes(@Context RoutingContext context) {
        return passage.pass(context);
    }
}
