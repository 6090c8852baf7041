package dev.demarc.scanner.scan;

import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.scanner.aws.AccountDirectory;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.snapshot.BusMemory;
import dev.demarc.shell.edge.CurrentGrant;
import dev.demarc.shell.problem.ForbiddenException;
import dev.demarc.shell.problem.UnknownReferenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The REST door for scans. */
@Path("/api/v1/scans")
@Produces(MediaType.APPLICATION_JSON)
public final class ScanEndpoint {
    private static final int ACCEPTED = 202;

    private final CurrentGrant grant;
    private final BusMemory memory;
    private final AccountDirectory directory;
    private final Bus bus;
    private final ScanWish.Check check;
    private final Clock clock;

    ScanEndpoint(
            CurrentGrant grant,
            BusMemory memory,
            AccountDirectory directory,
            Bus bus,
            ScanWish.Check check,
            Clock clock) {
        this.grant = grant;
        this.memory = memory;
        this.directory = directory;
        this.bus = bus;
        this.check = check;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Start a scan",
            description = "Asks for a scan of the given accounts (12 digits), regions (`global` for what has none) and"
                    + " resource types; an empty list means all. Only accounts of the caller's organisation, or of the"
                    + " setting demarc.aws.accounts, are scanned. Its progress travels on the bus under the id"
                    + " that is returned.")
    @APIResponse(responseCode = "202", description = "The scan will be planned")
    @APIResponse(responseCode = "400", description = "A member of the body is not what is accepted")
    @APIResponse(responseCode = "503", description = "AWS does not say which accounts there are")
    public ScanRequest start(@Nullable ScanWish wish) {
        ScanWish wished = check.of(wish);
        demandWithin(grant.sight(Set.of(Role.OPERATOR)), wished.accounts());
        directory.demand(wished.accounts());
        ScanRequest request = new ScanRequest(
                UUID.randomUUID().toString(),
                clock.instant(),
                ScanRequest.Trigger.REQUEST,
                wished.accounts(),
                wished.regions(),
                wished.types());
        bus.request(request, TraceParent.start());
        return request;
    }

    /** What may not be seen is as unknown as what is not. */
    private void demandWithin(Sight sight, List<String> accounts) {
        if (sight.isEverything()) {
            return;
        }
        if (accounts.isEmpty()) {
            throw new ForbiddenException("You may not scan everything; accepted: accounts that you may scan");
        }
        Map<String, Account> known = memory.accounts();
        for (String id : accounts) {
            Account account = known.get(id);
            if (account == null || !sight.covers(id, account.organization(), account.ouPath())) {
                throw new UnknownReferenceException(
                        "accounts", id, "accounts that are known here and that you may scan");
            }
        }
    }
}
