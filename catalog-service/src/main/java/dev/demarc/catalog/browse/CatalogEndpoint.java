package dev.demarc.catalog.browse;

import dev.demarc.catalog.content.UnknownEntryException;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.Problem;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.contracts.catalog.Service;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the current revision holds. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog", description = "The current revision, read only")
final class CatalogEndpoint {
    private final Revisions revisions;

    CatalogEndpoint(Revisions revisions) {
        this.revisions = revisions;
    }

    @GET
    @Path("/layers")
    @Operation(summary = "The layers of the model, from the ground up")
    public List<Layer> layers() {
        return revisions.current().layers();
    }

    @GET
    @Path("/models")
    @Operation(summary = "The four service models, each with whose every layer is, by which rule, from which source")
    public List<ModelDefinition> models() {
        return revisions.current().models();
    }

    @GET
    @Path("/services")
    @Operation(summary = "All services with their variants")
    public List<Service> services() {
        return revisions.current().services();
    }

    @GET
    @Path("/services/{service}")
    @Operation(
            summary = "One service",
            description = "Its responsibilities are only those that differ from its model's.")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "There is no such service",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Service service(@Parameter(example = "rds") @RestPath String service) {
        return one("service", service, revisions.current().services(), Service::id);
    }

    @GET
    @Path("/controls")
    @Operation(summary = "Controls, by their number, filtered and paged")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "A filter has a value that is not accepted",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<Control> controls(@BeanParam ControlQuery query) {
        return query.page(revisions.current().controls());
    }

    @GET
    @Path("/controls/{control}")
    @Operation(summary = "One control, with its expressions, why it matters and how to mend a failure")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "There is no such control",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Control control(@Parameter(example = "s3-bucket-not-public") @RestPath String control) {
        return one("control", control, revisions.current().controls(), Control::id);
    }

    @GET
    @Path("/frameworks")
    @Operation(summary = "The frameworks that controls map to")
    public List<Framework> frameworks() {
        return revisions.current().frameworks();
    }

    @GET
    @Path("/frameworks/{framework}")
    @Operation(summary = "One framework with the short names of its requirements")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "There is no such framework",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Framework framework(@Parameter(example = "cis-aws-7.0") @RestPath String framework) {
        return one("framework", framework, revisions.current().frameworks(), Framework::id);
    }

    @GET
    @Path("/report-series")
    @Operation(summary = "The series of AWS reports that AWS's halves of controls stand on")
    public List<ReportSeries> reportSeries() {
        return revisions.current().reportSeries();
    }

    @GET
    @Path("/provider-evidence")
    @Operation(
            summary = "The AWS reports on file",
            description = "Each with the organisation that has it on file; without one it is on file for all.")
    public List<ProviderEvidence> providerEvidence() {
        return revisions.current().providerEvidence();
    }

    @GET
    @Path("/parameters")
    @Operation(summary = "Weights, due dates and what expressions read as parameters")
    public Parameters parameters() {
        return revisions.current().parameters();
    }

    private static <T> T one(String what, String id, List<T> elements, Function<T, String> name) {
        return elements.stream()
                .filter(element -> name.apply(element).equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownEntryException(what, id));
    }
}
