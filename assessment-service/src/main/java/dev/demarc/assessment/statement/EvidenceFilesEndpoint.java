package dev.demarc.assessment.statement;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The files that bear out statements, over HTTP. */
@Path("/api/v1/evidence-files")
@Tag(name = "statements")
@Blocking
public class EvidenceFilesEndpoint {
    private final Grants grants;
    private final EvidenceFiles files;

    EvidenceFilesEndpoint(Grants grants, EvidenceFiles files) {
        this.grants = grants;
        this.files = files;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Store a file that bears out statements",
            description = "The body is the file, at most 10 MB; what a computer would run is refused by its content.")
    public EvidenceFileView upload(
            @QueryParam("name") @Nullable String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            InputStream body) {
        if (name == null) {
            throw new RefusedValueException("name", "", "the file's name");
        }
        if (length != null && length > EvidenceFiles.MOST_BYTES) {
            throw EvidenceFiles.tooLarge();
        }
        String type = mediaType == null ? MediaType.APPLICATION_OCTET_STREAM : mediaType.split(";", 2)[0].strip();
        return files.keep(name, type, read(body));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Download a file that bears out a statement")
    public RestResponse<byte[]> download(@PathParam("id") String id) {
        EvidenceFiles.File file =
                files.find(grants.current(), id).orElseThrow(() -> new UnknownIdException("evidence file", id));
        String name =
                URLEncoder.encode(file.view().name(), StandardCharsets.UTF_8).replace("+", "%20");
        return RestResponse.ResponseBuilder.ok(file.content())
                .header(HttpHeaders.CONTENT_TYPE, file.view().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    /** One byte more than is accepted at most. */
    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(EvidenceFiles.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
