package dev.demarc.gateway.catalog;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.query.Parameters;
import dev.demarc.shell.edge.CurrentGrant;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/")
@Singleton
@FromMemory
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service model")
class CatalogEndpoint {
    private final CurrentGrant grant;
    private final CurrentCatalog catalog;

    CatalogEndpoint(CurrentGrant grant, CurrentCatalog catalog) {
        this.grant = grant;
        this.catalog = catalog;
    }

    @GET
    @Path("/layers")
    @Operation(operationId = "layers", summary = "The layers of the model, from the ground up")
    @APIResponse(
            responseCode = "200",
            description = "The layers",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Layer.class)))
    public RestResponse<Representation> layers() {
        return RestResponse.ok(Representation.of(catalog.require().revision().layers()));
    }

    @GET
    @Path("/parameters")
    @Operation(
            operationId = "parameters",
            summary = "What the organisation has set",
            description =
                    "Weights of severities, within how many days a failure is to be mended, for how many it may be"
                            + " waived at most, and, for who sees everything, what expressions read as parameters, which"
                            + " may name units and accounts.")
    @APIResponse(
            responseCode = "200",
            description = "The parameters",
            content = @Content(schema = @Schema(implementation = dev.demarc.contracts.catalog.Parameters.class)))
    public RestResponse<Representation> parameters() {
        return RestResponse.ok(
                Representation.of(seen(catalog.require().revision().parameters())));
    }

    private dev.demarc.contracts.catalog.Parameters seen(dev.demarc.contracts.catalog.Parameters all) {
        return grant.get().sight().isEverything()
                ? all
                : new dev.demarc.contracts.catalog.Parameters(all.weights(), all.dueDays(), all.waiverDays(), Map.of());
    }

    @GET
    @Path("/services")
    @Operation(operationId = "services", summary = "The services with their rules and variants")
    @APIResponse(
            responseCode = "200",
            description = "The services",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Service.class)))
    public RestResponse<Representation> services() {
        return RestResponse.ok(Representation.of(catalog.require().revision().services()));
    }

    @GET
    @Path("/services/{id}")
    @Operation(operationId = "service", summary = "One service with its rules and variants")
    @APIResponse(
            responseCode = "200",
            description = "The service",
            content = @Content(schema = @Schema(implementation = Service.class)))
    public RestResponse<Representation> service(@PathParam("id") String id) {
        return RestResponse.ok(Representation.of(
                catalog.require().service(id).orElseThrow(() -> new UnknownIdException("service", id))));
    }

    @GET
    @Path("/controls")
    @Operation(operationId = "controls", summary = "The controls, all or those that a filter leaves")
    @APIResponse(
            responseCode = "200",
            description = "The controls",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Control.class)))
    public RestResponse<Representation> controls(
            @QueryParam("service") @Nullable String service,
            @QueryParam("type") @Nullable String type,
            @QueryParam("layer") @Nullable String layer,
            @Parameter(description = "inherited, shared or customer_specific") @QueryParam("category") @Nullable
                    String category,
            @Parameter(description = "critical, high, medium or low") @QueryParam("severity") @Nullable String severity,
            @Parameter(description = "A framework's id: controls that map to it") @QueryParam("framework") @Nullable
                    String framework) {
        ControlFilter filter = new ControlFilter(
                service,
                type,
                layer,
                Parameters.oneOf(Category.class, "category", category),
                Parameters.oneOf(Severity.class, "severity", severity),
                framework);
        return RestResponse.ok(Representation.of(catalog.require().revision().controls().stream()
                .filter(filter::matches)
                .toList()));
    }

    @GET
    @Path("/controls/{id}")
    @Operation(operationId = "control", summary = "One control: what must hold, why, how to mend it, what it maps to")
    @APIResponse(
            responseCode = "200",
            description = "The control",
            content = @Content(schema = @Schema(implementation = Control.class)))
    public RestResponse<Representation> control(@PathParam("id") String id) {
        return RestResponse.ok(Representation.of(
                catalog.require().control(id).orElseThrow(() -> new UnknownIdException("control", id))));
    }
}
