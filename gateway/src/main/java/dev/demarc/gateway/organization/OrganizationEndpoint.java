package dev.demarc.gateway.organization;

import dev.demarc.contracts.api.OrganizationView;
import dev.demarc.gateway.account.OrganizationSummary;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.query.Parameters;
import dev.demarc.shell.edge.CurrentGrant;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/")
@Singleton
@FromMemory
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class OrganizationEndpoint {
    private final CurrentGrant grant;
    private final Organizations organizations;
    private final Postures postures;

    OrganizationEndpoint(CurrentGrant grant, Organizations organizations, Postures postures) {
        this.grant = grant;
        this.organizations = organizations;
        this.postures = postures;
    }

    @GET
    @Path("/organizations")
    @Operation(
            operationId = "organizations",
            summary = "The organisations, real ones first",
            description = "The sample organisation has the id `sample`; it is never summed with another.")
    public List<OrganizationSummary> organizations() {
        return organizations.all(grant.get().sight());
    }

    @GET
    @Path("/organization")
    @Operation(
            operationId = "organization",
            summary = "One organisation's posture",
            description = "Scores with their ranges, coverage, units down the tree, accounts by layer, blind spots and"
                    + " failing controls, rolled up exactly from every account's tallies. Of a team: its tallies alone, in"
                    + " the accounts that it owns or has anything in. A team's part has no grade and no count of"
                    + " resources. `securityHubMean` is the mean of the accounts' own Security Hub measures (passed"
                    + " controls of those with data); `securityHub` of a score over several accounts is what Security"
                    + " Hub shows their administrator, where a control that fails in one account has failed.")
    @Parameter(
            name = "team",
            in = ParameterIn.QUERY,
            description = "The part that a team owns; given without a value, what no team owns")
    @APIResponse(
            responseCode = "200",
            description = "The posture",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public RestResponse<Representation> organization(
            @Parameter(description = "The organisation's id; the first real one, else the sample, where left out")
                    @QueryParam("organization")
                    @Nullable
                    String organization,
            @Context UriInfo uri) {
        return RestResponse.ok(postures.of(grant.get().sight(), organization, Parameters.given(uri, "team")));
    }
}
