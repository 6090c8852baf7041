package dev.demarc.gateway.live;

import dev.demarc.contracts.access.Sight;
import dev.demarc.shell.edge.CurrentGrant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/events")
@Singleton
@Tag(name = "Live")
class EventsEndpoint {
    private static final long RECONNECT_AFTER_MS = 2_000;

    private final CurrentGrant grant;
    private final AccountsSeen accounts;
    private final LiveEvents events;
    private final LiveConfig config;
    private final Vertx vertx;
    private long timer;

    EventsEndpoint(CurrentGrant grant, AccountsSeen accounts, LiveEvents events, LiveConfig config, Vertx vertx) {
        this.grant = grant;
        this.accounts = accounts;
        this.events = events;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.beat().toMillis(), id -> events.beat());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "events",
            summary = "What changes, as it does",
            description =
                    "Server-sent events: `scorecard` {account, version, grade, overall}, `findings` {scope, opened,"
                            + " resolved}, `scan` {scan, scope, phase, outcome}; a comment every few seconds keeps the connection."
                            + " Whoever comes back with `Last-Event-ID` is told what it missed where that is still known."
                            + " A listener that is too slow is dropped.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> events(@HeaderParam("Last-Event-ID") @Nullable String lastId, @Context Sse sse) {
        Sight sight = grant.get().sight();
        return events.since(lastId, account -> account == null ? sight.isEverything() : accounts.covers(sight, account))
                .map(told -> event(told, sse));
    }

    private OutboundSseEvent event(Told told, Sse sse) {
        LiveEvents.Kind kind = told.kind();
        return kind == null
                ? sse.newEventBuilder()
                        .comment("beat")
                        .reconnectDelay(RECONNECT_AFTER_MS)
                        .build()
                : sse.newEventBuilder()
                        .id(events.id(told))
                        .name(kind.eventName())
                        .data(told.json())
                        .build();
    }
}
