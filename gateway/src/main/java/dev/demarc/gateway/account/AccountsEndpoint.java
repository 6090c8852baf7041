package dev.demarc.gateway.account;

import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.api.Page;
import dev.demarc.engine.ownership.Ownership;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.gateway.query.Parameters;
import dev.demarc.shell.edge.CurrentGrant;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/accounts")
@Singleton
@FromMemory
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AccountsEndpoint {
    private final CurrentGrant grant;
    private final Accounts accounts;
    private final Organizations organizations;
    private final CurrentCatalog catalog;
    private final PastAccount past;

    AccountsEndpoint(
            CurrentGrant grant,
            Accounts accounts,
            Organizations organizations,
            CurrentCatalog catalog,
            PastAccount past) {
        this.grant = grant;
        this.accounts = accounts;
        this.organizations = organizations;
        this.catalog = catalog;
        this.past = past;
    }

    @GET
    @Operation(
            operationId = "accounts",
            summary = "An organisation's accounts with their scorecards",
            description = "Without the tallies; one account's own page has them.")
    @Parameter(
            name = "team",
            in = ParameterIn.QUERY,
            description =
                    "The account's owning team, its own or its unit's; given without a value, accounts without one")
    public Page<AccountView> accounts(
            @Parameter(description = "The organisation's id; the default organisation where left out")
                    @QueryParam("organization")
                    @Nullable
                    String organization,
            @Parameter(description = "Unit names from the root down, joined by slashes; all below is meant too")
                    @QueryParam("ou")
                    @Nullable
                    String ou,
            @Parameter(description = "The least score, 0 to 100") @QueryParam("minScore") @Nullable String minScore,
            @Parameter(description = "The greatest score, 0 to 100") @QueryParam("maxScore") @Nullable String maxScore,
            @Parameter(description = "id, name, score, grade or failing; a minus sign before it turns the order")
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT)
                    String limit,
            @Context UriInfo uri) {
        AccountOrder order = AccountOrder.parse(sort);
        Sight sight = grant.get().sight();
        return new AccountQuery(
                        organizations.named(sight, organization),
                        ou,
                        Parameters.given(uri, "team"),
                        Parameters.score("minScore", minScore),
                        Parameters.score("maxScore", maxScore),
                        order,
                        Optional.ofNullable(cursor).map(text -> AccountCursor.parse(text, order)),
                        Parameters.limit(limit),
                        catalog.view()
                                .map(view -> Ownership.of(view.revision().parameters()))
                                .orElse(Ownership.NONE))
                .page(accounts.all(sight));
    }

    @GET
    @Path("/{id}")
    @NonBlocking
    @Operation(
            operationId = "account",
            summary = "One account with its scorecard, now or as of a past day",
            description =
                    "A past day is judged again from the evidence of then. Now: serialised and compressed once per version; send `If-None-Match` to be spared what is"
                            + " unchanged.")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> account(
            @Parameter(description = "The account's twelve digits") @PathParam("id") String id,
            @Parameter(description = "A day, for its end (UTC), or an instant; now where left out")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Context RoutingContext context) {
        return asOf == null
                ? Uni.createFrom()
                        .item(Response.ok(accounts.find(grant.get().sight(), id)
                                        .orElseThrow(() -> new UnknownIdException("account", id))
                                        .representation())
                                .build())
                : past.account(context);
    }
}
