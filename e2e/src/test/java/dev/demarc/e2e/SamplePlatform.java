package dev.demarc.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One platform with the sample organisation, started once and shared by the tests that only look at it. */
final class SamplePlatform implements ParameterResolver {
    private static final Duration TIME_TO_LOAD = Duration.ofMinutes(2);

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
        try {
            Demarc demarc = Demarc.up(Files.createTempDirectory("demarc-e2e"), "--fresh");
            awaitSample(demarc);
            return demarc;
        } catch (IOException e) {
            throw new IllegalStateException("no folder for the platform's data", e);
        }
    }

    /** Returns when both snapshots of the sample stand on the scorecards. */
    static void awaitSample(Demarc demarc) {
        await().atMost(TIME_TO_LOAD)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> IndependentCount.ofSample(demarc).mustEqualThe(demarc));
    }
}
