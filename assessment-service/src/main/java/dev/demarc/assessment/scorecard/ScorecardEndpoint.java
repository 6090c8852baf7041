package dev.demarc.assessment.scorecard;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An account's scorecard over HTTP. */
@Path("/api/v1/accounts/{id}/scorecard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@Blocking
public class ScorecardEndpoint {
    private final Grants grants;
    private final ReadTransaction reads;

    ScorecardEndpoint(Grants grants, ReadTransaction reads) {
        this.grants = grants;
        this.reads = reads;
    }

    @GET
    @Operation(
            summary = "An account's newest scorecard",
            description =
                    "Scores with their ranges from 0 to 100, coverage from 0 to 1, what is blind and why, top gaps.")
    @Parameter(name = "id", in = ParameterIn.PATH, example = "111122223333")
    public Scorecard newest(@PathParam("id") String id) {
        return reads.of(connection -> ScorecardStore.newest(connection, grants.reached(), id))
                .orElseThrow(() -> new UnknownIdException("account with a scorecard", id));
    }
}
