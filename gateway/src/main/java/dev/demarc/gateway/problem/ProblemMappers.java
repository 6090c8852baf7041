package dev.demarc.gateway.problem;

import dev.demarc.shell.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what only the gateway throws into problems; all of it may be gone when asked again. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @ServerExceptionMapper
    Response notReady(NotReadyException e) {
        return Problems.later(GatewayProblem.NOT_READY, String.valueOf(e.getMessage()), RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response tooMany(TooManyException e) {
        return Problems.later(GatewayProblem.TOO_MANY, String.valueOf(e.getMessage()), RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response serviceFault(ServiceFaultException e) {
        LOG.warnf("%s: %s", e.getMessage(), e.why());
        return Problems.later(e.type(), String.valueOf(e.getMessage()), RETRY_AFTER);
    }
}
