package dev.demarc.gateway.upstream;

import dev.demarc.contracts.access.Grant;
import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.bus.BusStatus;
import dev.demarc.shell.edge.CurrentGrant;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Passes a request on as the table of {@link Routes} has it; the endpoints only describe what comes back. */
@Singleton
public final class Passage {
    private static final String ROOT = "/api/v1";
    private static final String ORGANIZATION = "organization";
    private static final String ACCOUNT = "account";
    private static final byte[] NO_BODY = {};

    private final Upstream upstream;
    private final Organizations organizations;
    private final BusStatus status;

    Passage(Upstream upstream, Organizations organizations, BusStatus status) {
        this.upstream = upstream;
        this.organizations = organizations;
        this.status = status;
    }

    public Uni<Response> pass(RoutingContext context) {
        return pass(context, NO_BODY);
    }

    /** @throws ClientErrorException where the body is larger than the route takes, however it was sent */
    public Uni<Response> pass(RoutingContext context, byte[] body) {
        Route route = route(context);
        Grant grant = CurrentGrant.of(context);
        if (body.length > route.mostBytes()) {
            throw new ClientErrorException(
                    "The body has %d bytes; accepted: at most %d".formatted(body.length, route.mostBytes()),
                    Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return upstream.pass(
                route, grant, context, body, route.ofOneOrganization() ? ofOne(grant, context) : query(context));
    }

    static String belowRoot(String path) {
        return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    }

    private static Route route(RoutingContext context) {
        return Routes.find(context.request().method().name(), belowRoot(context.normalizedPath()))
                .orElseThrow(NotFoundException::new);
    }

    /** The sample is never listed with real accounts, so what is asked without a filter is of the default organisation. */
    private String ofOne(Grant grant, RoutingContext context) {
        String query = query(context);
        if (has(context, ACCOUNT) || status.waitingFor() != null) {
            return query;
        }
        String wanted = organizations
                .named(grant.sight(), context.queryParams().get(ORGANIZATION))
                .orElse("");
        if (has(context, ORGANIZATION) || wanted.isEmpty()) {
            return query;
        }
        String added = ORGANIZATION + '=' + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return query.isEmpty() ? added : query + '&' + added;
    }

    private static String query(RoutingContext context) {
        String query = context.request().query();
        return query == null ? "" : query;
    }

    private static boolean has(RoutingContext context, String parameter) {
        String value = context.queryParams().get(parameter);
        return value != null && !value.isBlank();
    }
}
