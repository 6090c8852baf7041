package dev.demarc.assessment.evidence;

import dev.demarc.assessment.act.Bodies;
import dev.demarc.assessment.grant.Grants;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.api.EvidenceErasure;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
    private final EvidenceErasures erasures;

    EvidenceFilesEndpoint(Grants grants, EvidenceFiles files, EvidenceErasures erasures) {
        this.grants = grants;
        this.files = files;
        this.erasures = erasures;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Store a file that bears out statements",
            description =
                    "The body is the file, at most 10 MB, of a kind that people read: what it holds decides, not what"
                            + " it is called. It is erased again where no statement names it within a day, or what is"
                            + " configured.")
    public EvidenceFileView upload(
            @QueryParam("name") @Nullable String name,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            InputStream body) {
        if (name == null) {
            throw new RefusedValueException("name", "", "the file's name");
        }
        if (length != null && length > EvidenceFiles.MOST_BYTES) {
            throw EvidenceFiles.tooLarge();
        }
        grants.acting(Role.OWNER);
        erasures.eraseUnnamed();
        return files.keep(name, read(body));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Download a file that bears out a statement",
            description = "410 where its bytes are erased; the statements that name it keep its record and its hash.")
    public RestResponse<byte[]> download(@PathParam("id") String id) {
        EvidenceFiles.File file = files.find(
                        grants.reachedAs(Role.OWNER, Role.APPROVER, Role.AUDITOR, Role.ADMINISTRATOR), id)
                .orElseThrow(() -> new UnknownIdException("evidence file", id));
        String name =
                URLEncoder.encode(file.view().name(), StandardCharsets.UTF_8).replace("+", "%20");
        return RestResponse.ResponseBuilder.ok(file.content())
                .header(HttpHeaders.CONTENT_TYPE, file.view().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erase the bytes of a file",
            description =
                    "They cannot be brought back. Its record stays, with its hash and with who erased it, when and"
                            + " why; statements that name it go on.")
    public EvidenceFileView erase(@PathParam("id") String id, byte[] body) {
        return erasures.erase(grants.acting(Role.ADMINISTRATOR), id, Bodies.read(body, EvidenceErasure.class));
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
