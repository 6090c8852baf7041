package dev.demarc.gateway.access;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Person;
import dev.demarc.shell.edge.CurrentGrant;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Decides who makes each request. Without an identity provider that is whoever reaches the gateway, who may do everything
 * unless they took on a persona.
 */
@Singleton
final class Doorkeeper {
    private static final int AFTER_GUARD = 9_500;
    private static final Grant ANYBODY = Grant.everything(new Person(null, "anybody on this machine"));

    void register(@Observes Filters filters) {
        filters.register(Doorkeeper::admit, AFTER_GUARD);
    }

    private static void admit(RoutingContext context) {
        Cookie cookie = context.request().getCookie(Persona.COOKIE);
        CurrentGrant.put(
                context,
                cookie == null
                        ? ANYBODY
                        : Persona.parse(cookie.getValue()).map(Persona::grant).orElse(ANYBODY));
        context.next();
    }
}
