package dev.demarc.gateway.account;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Answers for an account as of a past day, which the gateway's memory does not hold. */
public interface PastAccount {
    Uni<Response> account(RoutingContext context);
}
