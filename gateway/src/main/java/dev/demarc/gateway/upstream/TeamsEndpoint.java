package dev.demarc.gateway.upstream;

import dev.demarc.contracts.api.TeamView;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teams, which assessment-service answers. */
@Path("/teams")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
class TeamsEndpoint {
    private final Passage passage;

    TeamsEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Operation(
            operationId = "teams",
            summary = "What each team owns and has to do, by name",
            description = "The first, with an empty name, is what no team owns. A resource belongs to the team that its"
                    + " tag names, else to its stack, else to its account's team, else to its unit's.")
    @APIResponse(
            responseCode = "200",
            description = "The teams",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TeamView.class)))
    public Uni<Response> teams(@Context RoutingContext context) {
        return passage.pass(context);
    }
}
