package dev.demarc.gateway.upstream;

import dev.demarc.gateway.account.PastAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Past accounts, which assessment-service judges again. */
@Singleton
final class AssessedPast implements PastAccount {
    private final Passage passage;

    AssessedPast(Passage passage) {
        this.passage = passage;
    }

    @Override
    public Uni<Response> account(RoutingContext context) {
        return passage.pass(context);
    }
}
