package dev.demarc.gateway.upstream;

import dev.demarc.gateway.account.Organizations;
import dev.demarc.gateway.bus.BusStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The sample is never listed with real accounts, so what is asked without a filter is of the default organisation. */
@Singleton
final class OneOrganization {
    private static final String ORGANIZATION = "organization";
    private static final String ACCOUNT = "account";

    private final Upstream upstream;
    private final Organizations organizations;
    private final BusStatus status;

    OneOrganization(Upstream upstream, Organizations organizations, BusStatus status) {
        this.upstream = upstream;
        this.organizations = organizations;
        this.status = status;
    }

    Uni<Response> pass(RoutingContext context) {
        if (has(context, ACCOUNT) || status.waitingFor() != null) {
            return upstream.pass(Upstream.Target.ASSESSMENT, context);
        }
        String named = context.queryParams().get(ORGANIZATION);
        String query =
                context.request().query() == null ? "" : context.request().query();
        String wanted = organizations.named(named).orElse("");
        if (has(context, ORGANIZATION) || wanted.isEmpty()) {
            return upstream.pass(Upstream.Target.ASSESSMENT, context);
        }
        String added = ORGANIZATION + '=' + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return upstream.pass(
                Upstream.Target.ASSESSMENT, context, new byte[0], query.isEmpty() ? added : query + '&' + added);
    }

    private static boolean has(RoutingContext context, String parameter) {
        String value = context.queryParams().get(parameter);
        return value != null && !value.isBlank();
    }
}
