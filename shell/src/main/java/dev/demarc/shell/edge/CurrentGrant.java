package dev.demarc.shell.edge;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.access.Sight;
import dev.demarc.shell.problem.ForbiddenException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The grant that the request of this moment was made with. */
@Singleton
public final class CurrentGrant {
    private static final String GRANT = "demarc.grant";

    private final CurrentVertxRequest request;

    CurrentGrant(CurrentVertxRequest request) {
        this.request = request;
    }

    /** @throws ForbiddenException where the request has none, or one of nothing */
    public Grant get() {
        RoutingContext context = request.getCurrent();
        if (context == null) {
            throw new IllegalStateException("a grant is asked for where there is no request");
        }
        return of(context);
    }

    /**
     * What may be acted on.
     *
     * @param roles any of which allows the act
     * @throws ForbiddenException where the request's grant has none of them
     */
    public Sight sight(Set<Role> roles) {
        Sight sight = get().sight(roles);
        if (sight.isNothing()) {
            throw new ForbiddenException("Your grants do not allow this; accepted: role " + names(roles));
        }
        return sight;
    }

    /**
     * For what belongs to no account alone.
     *
     * @param roles any of which allows it
     * @throws ForbiddenException where the grant has none of them on everything
     */
    void requireEverythingAs(Set<Role> roles) {
        if (!get().sight(roles).isEverything()) {
            throw new ForbiddenException(
                    "Your grants do not allow this; accepted: role %s on everything".formatted(names(roles)));
        }
    }

    /** @throws ForbiddenException where the request has none, or one of nothing */
    public static Grant of(RoutingContext context) {
        @Nullable Grant grant = context.get(GRANT);
        if (grant == null || grant.granted().isEmpty()) {
            throw new ForbiddenException("Nothing is granted to you; accepted: somebody with a role");
        }
        return grant;
    }

    private static String names(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    /** Says what a request may see and do. */
    public static void put(RoutingContext context, Grant grant) {
        context.put(GRANT, grant);
    }
}
