package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.scanner.aws.AccountDirectory;
import dev.demarc.scanner.run.Bus;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
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

    private final AccountDirectory directory;
    private final Bus bus;
    private final ScanWish.Check check;
    private final Clock clock;

    ScanEndpoint(AccountDirectory directory, Bus bus, ScanWish.Check check, Clock clock) {
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
}
