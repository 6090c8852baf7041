package dev.demarc.gateway.evidence;

import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.shell.edge.CurrentGrant;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/provider-evidence")
@Singleton
@FromMemory
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provider evidence")
class ProviderEvidenceEndpoint {
    private final CurrentGrant grant;
    private final CurrentCatalog catalog;
    private final Organizations organizations;
    private final Clock clock;

    ProviderEvidenceEndpoint(CurrentGrant grant, CurrentCatalog catalog, Organizations organizations, Clock clock) {
        this.grant = grant;
        this.catalog = catalog;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "providerEvidence",
            summary = "The AWS reports that an organisation has on file",
            description =
                    "Each with whether it is current and until when, and the controls whose AWS half it covers. A"
                            + " report is put on file by a draft of the catalog: PUT /drafts/{draft}/provider-evidence/{report}.")
    @APIResponse(
            responseCode = "200",
            description = "The reports, and every series of reports",
            content = @Content(schema = @Schema(implementation = ProviderEvidenceView.class)))
    public RestResponse<Representation> onFile(
            @Parameter(description = "The organisation's id; the default organisation where left out")
                    @QueryParam("organization")
                    @Nullable
                    String organization) {
        return RestResponse.ok(Representation.of(ProviderEvidenceView.of(
                catalog.require().revision(),
                organizations.named(grant.get().sight(), organization).orElse(""),
                LocalDate.now(clock))));
    }
}
