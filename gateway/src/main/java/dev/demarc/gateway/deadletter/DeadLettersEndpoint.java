package dev.demarc.gateway.deadletter;

import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.api.DeadLetterView;
import dev.demarc.contracts.api.Page;
import dev.demarc.gateway.query.Parameters;
import dev.demarc.shell.edge.EverythingAs;
import dev.demarc.shell.problem.ConflictException;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/dead-letters")
@Singleton
@Blocking
@EverythingAs(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
class DeadLettersEndpoint {
    private final LetterBox box;

    DeadLettersEndpoint(LetterBox box) {
        this.box = box;
    }

    @GET
    @Operation(
            operationId = "deadLetters",
            summary = "Messages that could not be processed or sent, the newest first, with the reason",
            description = "At most the newest 10,000; each is kept for 30 days.")
    public Page<DeadLetterView> list(
            @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT)
                    String limit) {
        List<Letter> letters = box.letters();
        return new Page<>(
                letters.stream()
                        .limit(Parameters.limit(limit))
                        .map(Letter::view)
                        .toList(),
                null,
                (long) letters.size());
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Send a message to where it stood once more, and take its letter out",
            description = "Processed again, it may become a dead letter again.")
    public void replay(@PathParam("id") String id) {
        Letter letter = letter(id);
        if (!letter.view().replayable()) {
            throw new ConflictException(
                    "The dead letter was made at '%s' and never stood on a topic; accepted: to drop it"
                            .formatted(letter.view().origin()));
        }
        box.replay(letter);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "dropDeadLetter", summary = "Take a dead letter out for good")
    public void drop(@PathParam("id") String id) {
        box.drop(letter(id));
    }

    private Letter letter(String id) {
        return box.letters().stream()
                .filter(letter -> letter.view().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("dead letter", id));
    }
}
