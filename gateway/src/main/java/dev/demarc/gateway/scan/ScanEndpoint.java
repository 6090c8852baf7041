package dev.demarc.gateway.scan;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.api.ScanView;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.bus.BusStatus;
import dev.demarc.gateway.query.Parameters;
import dev.demarc.gateway.upstream.Passage;
import dev.demarc.shell.edge.CurrentGrant;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/scans")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scans")
class ScanEndpoint {
    private final CurrentGrant grant;
    private final Scans scans;
    private final Passage passage;
    private final Accounts accounts;
    private final Organizations organizations;
    private final BusStatus status;

    ScanEndpoint(
            CurrentGrant grant,
            Scans scans,
            Passage passage,
            Accounts accounts,
            Organizations organizations,
            BusStatus status) {
        this.grant = grant;
        this.scans = scans;
        this.passage = passage;
        this.accounts = accounts;
        this.organizations = organizations;
        this.status = status;
    }

    @GET
    @FromMemory
    @Operation(
            operationId = "scans",
            summary = "The latest scans, the newest first",
            description = "Without their scopes; one scan's own page has them.")
    public Page<ScanView> scans(
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT)
                    String limit) {
        return page(scans.newestFirst(covered()), cursor, Parameters.limit(limit));
    }

    @GET
    @Path("/{id}")
    @FromMemory
    @Operation(operationId = "scan", summary = "One scan with the progress of every scope")
    public ScanView scan(@PathParam("id") String id) {
        return scans.find(id, covered()).orElseThrow(() -> new UnknownIdException("scan", id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startScan",
            summary = "Start a scan",
            description =
                    "An empty list of accounts, regions or types means all that are known. The scanner answers with"
                            + " what it was asked; the progress follows under `/scans/{id}` and on `/events`.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ScanScopes.class)))
    @APIResponse(
            responseCode = "202",
            description = "The scan will be planned",
            content = @Content(schema = @Schema(implementation = ScanRequest.class)))
    public Uni<Response> start(
            @Parameter(description = "An organisation's id: its accounts, where the body names none")
                    @QueryParam("organization")
                    @Nullable
                    String organization,
            @Context RoutingContext context,
            byte[] body) {
        Sight sight = grant.sight(Set.of(Role.OPERATOR));
        return passage.pass(
                context, organization == null && sight.isEverything() ? body : scopes(sight, body, organization));
    }

    private Predicate<String> covered() {
        Sight sight = grant.get().sight();
        return account -> accounts.covers(sight, account);
    }

    private byte[] scopes(Sight sight, byte[] body, @Nullable String organization) {
        ScanScopes asked = Json.read(body, ScanScopes.class);
        if (organization == null && !asked.accounts().isEmpty()) {
            return body;
        }
        status.requireReady();
        String named = organizations.named(sight, organization).orElse("");
        if (named.equals(Accounts.SAMPLE)) {
            throw new RefusedValueException(
                    "organization", named, "a real organisation; the sample is loaded from files");
        }
        return Json.bytes(asked.orAccounts(accounts.of(sight, named).stream()
                .filter(known -> !known.isPart())
                .map(known -> known.account().id())
                .toList()));
    }

    private static Page<ScanView> page(List<ScanView> all, @Nullable String cursor, int limit) {
        List<ScanView> rest = cursor == null ? all : behind(all, cursor);
        List<ScanView> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit ? page.get(page.size() - 1).request().id() : null;
        return new Page<>(page, next, (long) all.size());
    }

    /** A scan's id is its cursor. */
    private static List<ScanView> behind(List<ScanView> all, String cursor) {
        if (all.stream().noneMatch(view -> view.request().id().equals(cursor))) {
            throw new RefusedValueException("cursor", cursor, "'next' of the page before");
        }
        return all.stream()
                .dropWhile(view -> !view.request().id().equals(cursor))
                .skip(1)
                .toList();
    }
}
