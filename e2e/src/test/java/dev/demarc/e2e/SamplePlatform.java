package dev.demarc.e2e;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One platform with the sample organisation, shared by tests: those that only look at it have its lock to read, those
 * that change it have it alone.
 */
final class SamplePlatform implements ParameterResolver {
    static final String LOCK = "sample";

    private static final Duration TIME_TO_LOAD = Duration.ofMinutes(2);
    /** A look asks for every scorecard, on the processors that the load needs. */
    private static final Duration POLL = Duration.ofSeconds(1);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demarc.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SamplePlatform.class))
                .computeIfAbsent(Demarc.class, none -> start(), Demarc.class);
    }

    private static Demarc start() {
        Demarc demarc = Demarc.up("sample", Map.of());
        awaitSample(demarc);
        return demarc;
    }

    /** Whether both snapshots of the sample were read and its people have stated what they state. */
    static boolean isLoaded(Demarc demarc) {
        return Files.exists(demarc.data().sampleMark());
    }

    /** Returns when both snapshots of the sample, and what is stated of it, stand on the scorecards. */
    static IndependentCount awaitSample(Demarc demarc) {
        await().atMost(TIME_TO_LOAD).pollInterval(POLL).until(() -> isLoaded(demarc));
        IndependentCount count = IndependentCount.ofSample(demarc);
        await().atMost(TIME_TO_LOAD)
                .pollInterval(POLL)
                .ignoreExceptions()
                .untilAsserted(() -> count.mustEqualThe(demarc));
        return count;
    }
}
