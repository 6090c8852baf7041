package dev.demarc.scanner.problem;

import dev.demarc.scanner.aws.AwsFault;
import dev.demarc.scanner.aws.StrangerException;
import dev.demarc.scanner.aws.UnknownAccountsException;
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.scan.BadWishException;
import dev.demarc.shell.problem.CommonProblem;
import dev.demarc.shell.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what only the scanner throws into problems. */
final class ProblemMapper {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response badWish(BadWishException e) {
        return Problems.answer(CommonProblem.BAD_REQUEST, String.valueOf(e.getMessage()), e.field());
    }

    @ServerExceptionMapper
    Response stranger(StrangerException e) {
        return Problems.answer(CommonProblem.BAD_REQUEST, String.valueOf(e.getMessage()), "accounts");
    }

    @ServerExceptionMapper
    Response accountsUnknown(UnknownAccountsException e) {
        return Problems.later(CommonProblem.UNAVAILABLE, String.valueOf(e.getMessage()), RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response awsAway(SdkException e) {
        return Problems.later(
                CommonProblem.UNAVAILABLE, "AWS: " + AwsFault.of(e).reason(), RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response kafkaAway(BusException e) {
        return Problems.later(CommonProblem.UNAVAILABLE, "Kafka did not take the request; try again", RETRY_AFTER);
    }
}
