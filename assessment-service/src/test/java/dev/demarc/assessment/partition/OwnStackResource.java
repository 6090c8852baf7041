package dev.demarc.assessment.partition;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test a stack that no other test writes to; it may stop and start PostgreSQL by its fields {@code
 * stopPostgres} and {@code startPostgres}.
 */
public final class OwnStackResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable Stack stack;

    @Override
    public Map<String, String> start() {
        try {
            Stack own = new Stack(Files.createTempDirectory("demarc-own-stack-"));
            stack = own;
            return Map.of(
                    "kafka.bootstrap.servers", own.kafka().bootstrapServers(),
                    "quarkus.datasource.jdbc.url", own.postgres().jdbcUrl("demarc"),
                    "quarkus.datasource.username", own.postgres().user(),
                    "quarkus.datasource.password", own.postgres().password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        Stack own = Objects.requireNonNull(stack);
        Runnable stop = () -> own.postgres().stop();
        Runnable start = () -> own.postgres().start();
        injector.injectIntoFields(stop, field -> field.getName().equals("stopPostgres"));
        injector.injectIntoFields(start, field -> field.getName().equals("startPostgres"));
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
        }
    }
}
