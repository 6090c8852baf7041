package dev.demarc.catalog.browse;

import dev.demarc.catalog.change.RevisionDiff;
import dev.demarc.catalog.revision.RevisionSummary;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.Problem;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.shell.edge.EverythingAs;
import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The published revisions and what differs between them. */
@Path("/api/v1/revisions")
@EverythingAs({Role.ADMINISTRATOR, Role.AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revisions", description = "Immutable, numbered states of the catalog")
final class RevisionEndpoint {
    private final Revisions revisions;

    RevisionEndpoint(Revisions revisions) {
        this.revisions = revisions;
    }

    @GET
    @Operation(summary = "Revisions without their content, the newest first")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "Cursor or limit is not accepted",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<RevisionSummary> revisions(
            @RestQuery @Parameter(description = "Where the page before ended: its `next`", example = "7") @Nullable
                    String cursor,
            @RestQuery @Parameter(description = "How many, 1 to 1000; 100 if not given", example = "20") @Nullable
                    String limit) {
        int size = PageParameters.limit(limit);
        List<RevisionSummary> found = revisions.page(PageParameters.before(cursor), size + 1);
        List<RevisionSummary> page = found.stream().limit(size).toList();
        String next =
                found.size() > size ? Integer.toString(page.get(page.size() - 1).number()) : null;
        return new Page<>(page, next, null);
    }

    @GET
    @Path("/{number}")
    @Operation(
            summary = "One revision, whole",
            description = "As it stands on the topic demarc.catalog; `current` is the newest.")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "It was never published",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CatalogRevision revision(@RestPath @Parameter(example = "1") String number) {
        return number.equals("current") ? revisions.current() : revisions.revision(number(number));
    }

    @GET
    @Path("/{from}/diff/{to}")
    @Operation(summary = "What differs between two revisions, element by element and member by member")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "One of them was never published",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RevisionDiff diff(
            @RestPath @Parameter(example = "1") String from, @RestPath @Parameter(example = "2") String to) {
        return RevisionDiff.between(revisions.revision(number(from)), revisions.revision(number(to)));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RefusedValueException("number", text, "the number of a revision");
        }
    }
}
