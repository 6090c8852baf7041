package dev.demarc.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports, which assessment-service streams. */
@Path("/exports")
@Singleton
@Tag(name = "Exports")
class ExportsEndpoint {
    private static final String CSV = "text/csv";

    private final Passage passage;

    ExportsEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("/verdicts.csv")
    @Produces(CSV)
    @Operation(
            operationId = "exportVerdicts",
            summary = "Every verdict as CSV, pass included, a line a control and resource",
            description = "What nobody can see now is UNKNOWN with the reason, as scorecards count it; a scope that was"
                    + " never read has one line a control, without a resource. The reason of a waived failure begins"
                    + " with `waived until 2027-01-31`. `peer_checks` names the checks of other"
                    + " scanners, such as `prowler:ID|securityhub:S3.8`. A cell that a spreadsheet would run as a"
                    + " formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "Lines as RFC 4180 has them, the first with the columns' names",
            content = @Content(mediaType = CSV))
    public Uni<Response> verdicts(@Context RoutingContext context) {
        return passage.pass(context);
    }
}
