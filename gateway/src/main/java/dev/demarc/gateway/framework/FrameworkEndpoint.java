package dev.demarc.gateway.framework;

import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.KnownAccount;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.answer.Coalesced;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.shell.edge.CurrentGrant;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/frameworks")
@Singleton
@FromMemory
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Frameworks")
class FrameworkEndpoint {
    /** @param framework null for all in short */
    private record Asked(@Nullable String framework, Whose whose) {}

    private record Whose(Sight sight, @Nullable String account, String organization) {}

    private record Version(long changes, CatalogView catalog, LocalDate on) {}

    private final CurrentGrant grant;
    private final CurrentCatalog catalog;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Clock clock;
    private final Coalesced<Asked> postures;

    FrameworkEndpoint(
            CurrentGrant grant, CurrentCatalog catalog, Accounts accounts, Organizations organizations, Clock clock) {
        this.grant = grant;
        this.catalog = catalog;
        this.accounts = accounts;
        this.organizations = organizations;
        this.clock = clock;
        this.postures = new Coalesced<>(clock);
    }

    @GET
    @Operation(operationId = "frameworks", summary = "The frameworks that controls map to")
    @APIResponse(
            responseCode = "200",
            description = "The frameworks",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Framework.class)))
    public RestResponse<Representation> frameworks() {
        return RestResponse.ok(Representation.of(catalog.require().revision().frameworks()));
    }

    @GET
    @Path("/postures")
    @Operation(
            operationId = "frameworkPostures",
            summary = "How many requirements of each framework pass, fail or are not known",
            description = "Of one account, else of an organisation; the frameworks in their order.")
    @APIResponse(
            responseCode = "200",
            description = "The postures in short",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FrameworkSummary.class)))
    public RestResponse<Representation> postures(
            @Parameter(description = "One account's twelve digits") @QueryParam("account") @Nullable String account,
            @Parameter(description = "The organisation's id; the default organisation where left out")
                    @QueryParam("organization")
                    @Nullable
                    String organization) {
        Whose whose = whose(account, organization);
        Version version = version(whose);
        return RestResponse.ok(postures.get(new Asked(null, whose), version, () -> {
            Subject subject = subject(whose);
            return version.catalog().revision().frameworks().stream()
                    .map(framework -> FrameworkSummary.of(posture(version, framework, subject)))
                    .toList();
        }));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "framework",
            summary = "Posture by the requirements of a framework",
            description = "Of one account, else of an organisation. A requirement passes only if both halves of its"
                    + " controls do; one that no control answers has no verdict.")
    @APIResponse(
            responseCode = "200",
            description = "The posture",
            content = @Content(schema = @Schema(implementation = FrameworkPosture.class)))
    public RestResponse<Representation> framework(
            @PathParam("id") String id,
            @Parameter(description = "One account's twelve digits") @QueryParam("account") @Nullable String account,
            @Parameter(description = "The organisation's id; the default organisation where left out")
                    @QueryParam("organization")
                    @Nullable
                    String organization) {
        Whose whose = whose(account, organization);
        Version version = version(whose);
        Framework framework =
                version.catalog().framework(id).orElseThrow(() -> new UnknownIdException("framework", id));
        return RestResponse.ok(
                postures.get(new Asked(id, whose), version, () -> posture(version, framework, subject(whose))));
    }

    private static FrameworkPosture posture(Version version, Framework framework, Subject subject) {
        return FrameworkPosture.of(version.catalog(), framework, subject, version.on());
    }

    private Version version(Whose whose) {
        return new Version(accounts.changes(whose.organization()), catalog.require(), LocalDate.now(clock));
    }

    private Whose whose(@Nullable String account, @Nullable String organization) {
        Sight sight = grant.get().sight();
        return account == null
                ? new Whose(
                        sight, null, organizations.named(sight, organization).orElse(""))
                : new Whose(sight, account, known(sight, account).account().organization());
    }

    private Subject subject(Whose whose) {
        String account = whose.account();
        return account == null
                ? new Subject(
                        whose.organization(),
                        whose.organization(),
                        accounts.of(whose.sight(), whose.organization()).stream()
                                .map(FrameworkEndpoint::tallies)
                                .flatMap(List::stream)
                                .toList())
                : new Subject(account, whose.organization(), tallies(known(whose.sight(), account)));
    }

    private KnownAccount known(Sight sight, String account) {
        return accounts.find(sight, account)
                .orElseThrow(() -> new RefusedValueException("account", account, "an account that is known"));
    }

    private static List<Tally> tallies(KnownAccount account) {
        Scorecard scorecard = account.scorecard();
        return scorecard == null ? List.of() : scorecard.tallies().unpack();
    }
}
