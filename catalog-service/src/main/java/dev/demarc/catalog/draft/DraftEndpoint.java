package dev.demarc.catalog.draft;

import dev.demarc.catalog.change.CatalogEdits;
import dev.demarc.catalog.content.StrictReader;
import dev.demarc.catalog.revision.RevisionSummary;
import dev.demarc.contracts.Problem;
import dev.demarc.contracts.access.Role;
import dev.demarc.shell.edge.EverythingAs;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Changes the catalog by drafts: begin one, change it, validate it, publish it as the next revision. */
@Path("/api/v1/drafts")
@EverythingAs(Role.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts", description = "Changes that are not published yet")
@APIResponse(
        responseCode = "400",
        description = "The change is malformed or breaks what it changes; refused whole, with path and reason",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples =
                                @ExampleObject(
                                        name = "unknown layer",
                                        value =
                                                "{\"type\":\"/problems/invalid-catalog\",\"title\":\"The change would make the catalog invalid\",\"status\":400,\"detail\":\"controls[own-check]: speaks of layer 'dta', which is not defined\",\"field\":\"controls[own-check]\"}")))
@APIResponse(
        responseCode = "404",
        description = "There is no such draft, control, service, layer or report",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "409",
        description = "The draft is published, or another revision was published after it was begun",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
final class DraftEndpoint {
    private static final String CONTROL = """
            {"title": "Bucket name begins with our prefix", "service": "s3", "type": "AWS::S3::Bucket",
             "layer": "governance", "category": "CUSTOMER_SPECIFIC", "severity": "low", "assessment": "AUTOMATED",
             "assert": "configuration.name.startsWith('acme-')", "evidence": ["configuration.name"],
             "why": "Names show whose a bucket is.", "remedy": {"console": "Make a bucket with a proper name."}}""";

    private static final String RESPONSIBILITY = """
            {"party": "SHARED", "rule": "The platform team patches engines, product teams choose versions.",
             "source": "https://wiki.example.com/patching"}""";

    private static final String REPORT = """
            {"series": "aws-soc-2", "title": "AWS SOC 2 report", "type": "PERIOD", "issuedOn": "2026-05-20",
             "periodStart": "2025-04-01", "periodEnd": "2026-03-31", "source": "AWS Artifact"}""";

    private static final String PARAMETERS = """
            {"weights": {"critical": 10, "high": 5, "medium": 2, "low": 1},
             "dueDays": {"critical": 7, "high": 30, "medium": 90},
             "waiverDays": {"critical": 30, "high": 90, "medium": 180, "low": 365},
             "values": {"trustedAccounts": ["444455556666"]}}""";

    private final Drafts drafts;

    DraftEndpoint(Drafts drafts) {
        this.drafts = drafts;
    }

    @GET
    @Operation(summary = "All drafts, the newest first")
    public List<DraftSummary> all() {
        return drafts.all();
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Begins a draft from the current revision")
    public DraftView begin() {
        return drafts.begin();
    }

    @GET
    @Path("/{draft}")
    @Operation(summary = "One draft with what it changes, element by element")
    public DraftView draft(@RestPath @Parameter(example = "1") String draft) {
        return drafts.draft(id(draft));
    }

    @DELETE
    @Path("/{draft}")
    @Operation(summary = "Drops a draft with all that it changes", description = "A published one stays.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void drop(@RestPath String draft) {
        drafts.drop(id(draft));
    }

    @PUT
    @Path("/{draft}/controls/{control}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds or changes a control",
            description = "A new control gets a number from 20001 up; a known one keeps its own.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a control of one's own", value = CONTROL)))
    public DraftView putControl(@RestPath String draft, @RestPath String control, byte[] body) {
        return drafts.change(
                id(draft),
                CatalogEdits.putControl(
                        control,
                        StrictReader.tree(body, "controls[%s]".formatted(control)),
                        drafts::nextControlNumber));
    }

    @DELETE
    @Path("/{draft}/controls/{control}")
    @Operation(summary = "Retires a control", description = "Its number is never used again.")
    public DraftView retireControl(@RestPath String draft, @RestPath String control) {
        return drafts.change(id(draft), CatalogEdits.retireControl(control));
    }

    @PUT
    @Path("/{draft}/services/{service}/responsibilities/{layer}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says whose a layer of a service is")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "shared", value = RESPONSIBILITY)))
    public DraftView putResponsibility(
            @RestPath String draft, @RestPath String service, @RestPath String layer, byte[] body) {
        String path = "services[%s].responsibilities.%s".formatted(service, layer);
        return drafts.change(id(draft), CatalogEdits.putResponsibility(service, layer, StrictReader.tree(body, path)));
    }

    @PUT
    @Path("/{draft}/provider-evidence/{report}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts an AWS report on file, or corrects it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a period report", value = REPORT)))
    public DraftView putReport(@RestPath String draft, @RestPath String report, byte[] body) {
        return drafts.change(
                id(draft),
                CatalogEdits.putReport(report, StrictReader.tree(body, "providerEvidence[%s]".formatted(report))));
    }

    @DELETE
    @Path("/{draft}/provider-evidence/{report}")
    @Operation(summary = "Takes an AWS report off the file")
    public DraftView removeReport(@RestPath String draft, @RestPath String report) {
        return drafts.change(id(draft), CatalogEdits.removeReport(report));
    }

    @PUT
    @Path("/{draft}/parameters")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets all parameters")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a trusted account", value = PARAMETERS)))
    public DraftView putParameters(@RestPath String draft, byte[] body) {
        return drafts.change(id(draft), CatalogEdits.putParameters(StrictReader.tree(body, "parameters")));
    }

    @POST
    @Path("/{draft}/validate")
    @Operation(summary = "Says whether the draft could be published, and what stands against it")
    public Validation validate(@RestPath String draft) {
        return drafts.validate(id(draft));
    }

    @POST
    @Path("/{draft}/publish")
    @ResponseStatus(201)
    @Operation(summary = "Publishes the draft as the next revision, here and on Kafka")
    public RevisionSummary publish(@RestPath String draft) {
        return drafts.publish(id(draft));
    }

    private static long id(String draft) {
        try {
            return Long.parseLong(draft);
        } catch (NumberFormatException e) {
            throw new RefusedValueException("draft", draft, "the number of a draft");
        }
    }
}
