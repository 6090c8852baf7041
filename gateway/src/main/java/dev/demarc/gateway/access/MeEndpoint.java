package dev.demarc.gateway.access;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Granted;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import dev.demarc.shell.edge.CurrentGrant;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/me")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class MeEndpoint {
    /**
     * Who asks and what they may.
     *
     * @param id who that is whatever their name, null where nobody has proven it
     * @param granted what they may see and do
     * @param everything whether they see all that there is
     * @param persona whether they are somebody made up
     * @param personas whom they may take on, none where people sign in
     */
    record Me(
            @Nullable String id,
            String name,
            List<Granted> granted,
            boolean everything,
            boolean persona,
            List<Suggested> personas) {}

    /** @param name such as {@code viewer of organization sample} */
    record Suggested(String name, Role role, Reach reach) {}

    private final CurrentGrant current;
    private final Personas personas;

    MeEndpoint(CurrentGrant current, Personas personas) {
        this.current = current;
        this.personas = personas;
    }

    @GET
    @NonBlocking
    @Operation(operationId = "me", summary = "Who asks, and what they may see and do")
    public Me me() {
        Grant grant = current.get();
        return new Me(
                grant.who().id(),
                grant.who().name(),
                grant.granted(),
                grant.sight().isEverything(),
                grant.who().id() != null,
                personas.suggested().stream()
                        .map(each -> new Suggested(each.name(), each.role(), each.reach()))
                        .toList());
    }

    @PUT
    @Path("/persona")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "takeOnPersona",
            summary = "Go on as somebody made up, to see what they would see",
            description = "Only where nobody signs in. A cookie of the browser's session says who.")
    public Response takeOn(Granted granted) {
        return Response.noContent()
                .cookie(cookie(new Persona(granted.role(), granted.reach()).cookie(), NewCookie.DEFAULT_MAX_AGE))
                .build();
    }

    @DELETE
    @Path("/persona")
    @Operation(operationId = "putOffPersona", summary = "Be whoever reaches the gateway again")
    public Response putOff() {
        return Response.noContent().cookie(cookie("", 0)).build();
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(Persona.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
