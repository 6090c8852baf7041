package dev.demarc.gateway.responsibility;

import dev.demarc.contracts.api.ResponsibilityMatrix;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.gateway.answer.FromMemory;
import dev.demarc.gateway.answer.Representation;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.catalog.CurrentCatalog;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/responsibilities")
@Singleton
@FromMemory
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service model")
class ResponsibilityEndpoint {
    private final CurrentCatalog catalog;

    ResponsibilityEndpoint(CurrentCatalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Operation(
            operationId = "responsibilities",
            summary = "Service by layer whose it is",
            description = "Each cell names the deciding rule and what every variant of the service makes of it.")
    @APIResponse(
            responseCode = "200",
            description = "The matrix",
            content = @Content(schema = @Schema(implementation = ResponsibilityMatrix.class)))
    public RestResponse<Representation> matrix(
            @Parameter(description = "One service's id; all services where left out") @QueryParam("service") @Nullable
                    String service,
            @Parameter(description = "A variant of that service, to see its rules applied")
                    @QueryParam("variant")
                    @Nullable
                    String variant) {
        CatalogView view = catalog.require();
        Matrix matrix = new Matrix(view);
        if (service == null) {
            if (variant != null) {
                throw new RefusedValueException("variant", variant, "a variant together with its service");
            }
            return RestResponse.ok(Representation.of(matrix.ofAll()));
        }
        Service named = service(view, "service", service);
        Matrix.Workload workload = variant == null
                ? new Matrix.Workload(named)
                : new Matrix.Workload(named, variant(named, "variant", variant));
        return RestResponse.ok(Representation.of(matrix.of(List.of(workload))));
    }

    @GET
    @Path("/compare")
    @Operation(
            operationId = "compareResponsibilities",
            summary = "What moves when a workload moves from one service to another",
            description = "Layer by layer whose it was and whose it will be, each with its deciding rule.")
    @APIResponse(
            responseCode = "200",
            description = "Every layer before and after",
            content = @Content(schema = @Schema(implementation = Comparison.class)))
    public RestResponse<Representation> compare(
            @Parameter(description = "A service, or a service and its variant: `ec2`, `rds/custom`", required = true)
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "A service, or a service and its variant", required = true)
                    @QueryParam("to")
                    @Nullable
                    String to) {
        CatalogView view = catalog.require();
        return RestResponse.ok(
                Representation.of(Comparison.of(view, workload(view, "from", from), workload(view, "to", to))));
    }

    private static Matrix.Workload workload(CatalogView view, String field, @Nullable String text) {
        String[] parts = (text == null ? "" : text).split("/", 2);
        Service service = service(view, field, parts[0]);
        return parts.length == 1
                ? new Matrix.Workload(service)
                : new Matrix.Workload(service, variant(service, field, parts[1]));
    }

    private static Service service(CatalogView view, String field, String id) {
        return view.service(id)
                .orElseThrow(() -> RefusedValueException.oneOf(
                        field,
                        id,
                        view.revision().services().stream().map(Service::id).toList()));
    }

    private static Variant variant(Service service, String field, String id) {
        return service.variants().stream()
                .filter(variant -> variant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedValueException.oneOf(
                        field, id, service.variants().stream().map(Variant::id).toList()));
    }
}
