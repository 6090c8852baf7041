package dev.demarc.assessment.problem;

import dev.demarc.shell.problem.CommonProblem;
import dev.demarc.shell.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what only this service throws into problems; what is away may be back when asked again. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response storeAway(StoreUnavailableException e) {
        LOG.warn(e.getMessage());
        return Problems.later(
                CommonProblem.UNAVAILABLE,
                "The store of verdicts cannot be reached; what it holds is not lost",
                RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response busy(StoreBusyException e) {
        return Problems.later(CommonProblem.UNAVAILABLE, String.valueOf(e.getMessage()), RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response full(EvidenceFullException e) {
        return Problems.answer(AssessmentProblem.EVIDENCE_FULL, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response erased(EvidenceErasedException e) {
        return Problems.answer(AssessmentProblem.EVIDENCE_ERASED, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response tooLong(ReadTooLongException e) {
        return Problems.answer(AssessmentProblem.TOO_LONG, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response catalogAway(CatalogMissingException e) {
        return Problems.later(CommonProblem.UNAVAILABLE, String.valueOf(e.getMessage()), RETRY_AFTER);
    }
}
