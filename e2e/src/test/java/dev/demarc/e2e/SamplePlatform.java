package dev.demarc.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One platform with the sample organisation, shared by the tests that only look at it: the one that a test has brought
 * through its own trials and handed on, else one that is started here.
 */
final class SamplePlatform implements ParameterResolver {
    private static final Duration TIME_TO_LOAD = Duration.ofMinutes(2);
    /** A look asks for every scorecard, on the processors that the load needs. */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Takes a platform on which the sample stands, to be closed when all tests have ended. */
    @FunctionalInterface
    interface Heirs {
        void take(Demarc demarc);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Demarc.class || type == Heirs.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store =
                context.getRoot().getStore(ExtensionContext.Namespace.create(SamplePlatform.class));
        return parameter.getParameter().getType() == Heirs.class
                ? (Heirs) demarc -> handOn(store, demarc)
                : store.computeIfAbsent(Demarc.class, none -> start(), Demarc.class);
    }

    private static void handOn(ExtensionContext.Store store, Demarc demarc) {
        if (store.computeIfAbsent(Demarc.class, none -> demarc, Demarc.class) != demarc) {
            try {
                demarc.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
