package dev.demarc.assessment.export;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.QueryParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Exports over HTTP. */
@Path("/api/v1/exports")
@Tag(name = "exports")
@Blocking
public class ExportsEndpoint {
    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final int BUFFER = 64 * 1024;

    private final Grants grants;
    private final VerdictExport verdicts;

    ExportsEndpoint(Grants grants, VerdictExport verdicts) {
        this.grants = grants;
        this.verdicts = verdicts;
    }

    @GET
    @Path("/verdicts.csv")
    @Produces(CSV)
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"verdicts.csv\"")
    @Operation(
            summary = "Every verdict as CSV, pass included, a line a control and resource",
            description = "What nobody can see now is UNKNOWN with the reason, as scorecards count it; a scope that was"
                    + " never read has one line a control, without a resource.")
    @Parameter(ref = "account")
    @Parameter(ref = "ou")
    @Parameter(ref = "organization")
    public StreamingOutput verdicts(@Context UriInfo uri) {
        AccountFilter filter =
                AccountFilter.of(new QueryParameters(uri.getQueryParameters(), AccountFilter.PARAMETERS));
        VerdictExport.Exported exported = verdicts.exported(grants.reached(), filter);
        return out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
            verdicts.write(exported, writer);
            writer.flush();
        };
    }
}
