package dev.demarc.assessment.past;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.contracts.api.AccountView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An account as of a past day, over HTTP. */
@Path("/api/v1/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@Blocking
public class PastAccountEndpoint {
    private static final String AS_OF = "asOf";

    private final Grants grants;
    private final Past past;

    PastAccountEndpoint(Grants grants, Past past) {
        this.grants = grants;
        this.past = past;
    }

    @GET
    @Operation(
            summary = "An account with its scorecard as of a day",
            description = "Judged again from the configurations, runs and catalog of then.")
    @Parameter(name = "id", in = ParameterIn.PATH, example = "111122223333")
    @Parameter(
            name = AS_OF,
            in = ParameterIn.QUERY,
            example = "2026-10-01",
            description = "A day, for its end (UTC), or an instant; now where left out")
    public AccountView account(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), Set.of(AS_OF));
        return past.account(grants.reached(), id, parameters.one(AS_OF).orElseGet(past::today));
    }
}
