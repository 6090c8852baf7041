package dev.demarc.gateway.upstream;

import dev.demarc.gateway.account.PastAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Past accounts, which assessment-service judges again. */
@Singleton
final class AssessedPast implements PastAccount {
    private final Upstream upstream;

    AssessedPast(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public Uni<Response> account(RoutingContext context) {
        return upstream.pass(Upstream.Target.ASSESSMENT, context);
    }
}
