package dev.demarc.gateway.upstream;

import dev.demarc.contracts.api.EvidenceErasure;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.StatementAct;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementView;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attestations, waivers, declarations and the files that bear them out, which assessment-service keeps. */
@Path("/")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attestations, waivers and declarations")
class StatementEndpoint {
    private static final String KIND = "{kind: attestations|waivers|declarations}";

    private final Passage passage;

    StatementEndpoint(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("/" + KIND)
    @Operation(operationId = "statements", summary = "Attestations, waivers or declarations, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = Listed.StatementPage.class)))
    public Uni<Response> list(@PathParam("kind") String kind, @Context RoutingContext context) {
        return passage.pass(context);
    }

    @POST
    @Path("/" + KIND)
    @Operation(
            operationId = "proposeStatement",
            summary = "Propose one; it changes nothing until somebody other than its author approves it")
    @RequestBody(content = @Content(schema = @Schema(implementation = StatementProposal.class)))
    @APIResponse(
            responseCode = "201",
            description = "What is proposed",
            content = @Content(schema = @Schema(implementation = StatementView.class)))
    public Uni<Response> propose(@PathParam("kind") String kind, @Context RoutingContext context, byte[] body) {
        return passage.pass(context, body);
    }

    @GET
    @Path("/" + KIND + "/{id}")
    @Operation(operationId = "statement", summary = "One attestation, waiver or declaration")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = @Content(schema = @Schema(implementation = StatementView.class)))
    public Uni<Response> one(
            @PathParam("kind") String kind, @PathParam("id") String id, @Context RoutingContext context) {
        return passage.pass(context);
    }

    @POST
    @Path("/" + KIND + "/{id}/{act: approve|reject|withdraw}")
    @Operation(
            operationId = "actOnStatement",
            summary = "Approve, reject or withdraw one",
            description = "Who approves or rejects is another than the author; of two at once one wins.")
    @RequestBody(content = @Content(schema = @Schema(implementation = StatementAct.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = StatementView.class)))
    public Uni<Response> act(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @Context RoutingContext context,
            byte[] body) {
        return passage.pass(context, body);
    }

    @POST
    @Path("/attestations/{id}/renew")
    @Operation(
            operationId = "renewAttestation",
            summary = "Propose an attestation anew, beginning where this one ends",
            description = "Takes `text` (its own unless given), `evidenceFiles`, `author` and `expiresAt`.")
    @RequestBody(content = @Content(schema = @Schema(implementation = StatementProposal.class)))
    @APIResponse(
            responseCode = "201",
            description = "What is proposed",
            content = @Content(schema = @Schema(implementation = StatementView.class)))
    public Uni<Response> renew(@PathParam("id") String id, @Context RoutingContext context, byte[] body) {
        return passage.pass(context, body);
    }

    @POST
    @Path("/evidence-files")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadEvidence",
            summary = "Store a file that bears out statements",
            description =
                    "The body is the file, at most 10 MB: PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, GIF, WebP, TIFF or plain text. What it holds decides; `415` names what was found. Where there is no room, `409` says how much is kept. A file that no statement names in time is erased.")
    @APIResponse(
            responseCode = "201",
            description = "The file's id and hash",
            content = @Content(schema = @Schema(implementation = EvidenceFileView.class)))
    public Uni<Response> upload(@Context RoutingContext context, byte[] body) {
        return passage.pass(context, body);
    }

    @GET
    @Path("/evidence-files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadEvidence",
            summary = "Download a file that bears out a statement",
            description = "`410` where its bytes are erased.")
    @APIResponse(responseCode = "200", description = "The file, as an attachment")
    public Uni<Response> download(@PathParam("id") String id, @Context RoutingContext context) {
        return passage.pass(context);
    }

    @DELETE
    @Path("/evidence-files/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "eraseEvidence",
            summary = "Erase the bytes of a file for good",
            description =
                    "Its record stays, with its hash and with who erased it, when and why. Statements that name it go on, and tell so.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EvidenceErasure.class)))
    @APIResponse(
            responseCode = "200",
            description = "What stays of the file",
            content = @Content(schema = @Schema(implementation = EvidenceFileView.class)))
    public Uni<Response> erase(@PathParam("id") String id, @Context RoutingContext context, byte[] body) {
        return passage.pass(context, body);
    }
}
