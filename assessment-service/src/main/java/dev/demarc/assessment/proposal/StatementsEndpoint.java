package dev.demarc.assessment.proposal;

import dev.demarc.assessment.act.Bodies;
import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.api.StatementAct;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementView;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Attestations, waivers and declarations over HTTP: three collections that are alike. */
@Path("/api/v1/{kind: attestations|waivers|declarations}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "statements")
@Blocking
public class StatementsEndpoint {
    private final Grants grants;
    private final CurrentCatalog catalog;
    private final Stating stating;
    private final StatementPages pages;
    private final Clock clock;

    StatementsEndpoint(Grants grants, CurrentCatalog catalog, Stating stating, StatementPages pages, Clock clock) {
        this.grants = grants;
        this.catalog = catalog;
        this.stating = stating;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List attestations, waivers or declarations, the newest first",
            description = "Several values of a filter are separated by commas and mean any of them.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            example = "active",
            description = "proposed, active, expired, rejected, withdrawn, revoked")
    @Parameter(name = "control", in = ParameterIn.QUERY, example = "data-classified", description = "Control ids")
    @Parameter(ref = "account")
    @Parameter(
            name = "organization",
            in = ParameterIn.QUERY,
            example = "o-a1b2c3d4e5",
            description = "Those that cover an account of the AWS organisation")
    @Parameter(
            name = "expiresBefore",
            in = ParameterIn.QUERY,
            example = "2026-12-31T00:00:00Z",
            description = "Those that expire before an instant")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    public Page<StatementView> list(@PathParam("kind") String kind, @Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), StatementFilter.PARAMETERS);
        return pages.page(
                grants.reached(),
                kind(kind),
                StatementFilter.of(parameters),
                parameters.cursor(),
                parameters.limit(),
                parameters.fingerprint(),
                catalog.lookup(),
                clock.instant());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One attestation, waiver or declaration")
    public StatementView one(@PathParam("kind") String kind, @PathParam("id") String id) {
        return pages.one(grants.reached(), kind(kind), id, catalog.lookup(), clock.instant())
                .orElseThrow(() -> new UnknownIdException(kind(kind).name().toLowerCase(Locale.ROOT), id));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Propose an attestation, waiver or declaration",
            description = "It changes nothing until somebody other than its author approves it.")
    public StatementView propose(@PathParam("kind") String kind, byte[] body) {
        StatementProposal proposal = Bodies.read(body, StatementProposal.class);
        return one(
                kind,
                stating.propose(grants.acting(Role.OWNER), kind(kind), proposal).toString());
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Approve it", description = "Of two who decide at once one wins; the other gets a conflict.")
    public StatementView approve(@PathParam("kind") String kind, @PathParam("id") String id, byte[] body) {
        stating.approve(grants.acting(Role.APPROVER), kind(kind), id, Bodies.read(body, StatementAct.class));
        return one(kind, id);
    }

    @POST
    @Path("/{id}/reject")
    @Operation(summary = "Reject it")
    public StatementView reject(@PathParam("kind") String kind, @PathParam("id") String id, byte[] body) {
        stating.reject(grants.acting(Role.APPROVER), kind(kind), id, Bodies.read(body, StatementAct.class));
        return one(kind, id);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "Take it back, proposed or active")
    public StatementView withdraw(@PathParam("kind") String kind, @PathParam("id") String id, byte[] body) {
        stating.withdraw(
                grants.acting(Role.OWNER, Role.APPROVER), kind(kind), id, Bodies.read(body, StatementAct.class));
        return one(kind, id);
    }

    @POST
    @Path("/{id}/renew")
    @ResponseStatus(201)
    @Operation(
            summary = "Propose an attestation anew, beginning where this one ends",
            description = "Control and scope are its own, and its text unless another is given.")
    public StatementView renew(@PathParam("kind") String kind, @PathParam("id") String id, byte[] body) {
        if (kind(kind) != StatementKind.ATTESTATION) {
            throw new UnknownIdException("renewal of " + kind, id);
        }
        StatementProposal renewal = Bodies.read(body, StatementProposal.class);
        return one(kind, stating.renew(grants.acting(Role.OWNER), id, renewal).toString());
    }

    private static StatementKind kind(String collection) {
        return switch (collection) {
            case "attestations" -> StatementKind.ATTESTATION;
            case "waivers" -> StatementKind.WAIVER;
            default -> StatementKind.DECLARATION;
        };
    }
}
