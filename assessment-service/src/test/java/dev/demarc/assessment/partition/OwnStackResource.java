package dev.demarc.assessment.partition;

import dev.demarc.embedded.Folders;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test a stack that no other test writes to; it may stop and start PostgreSQL by its fields {@code
 * stopPostgres} and {@code startPostgres}.
 */
public final class OwnStackResource implements QuarkusTestResourceLifecycleManager {
    /** The pool waits for up to two seconds of it before it says that PostgreSQL refuses a connection. */
    private static final String PATIENCE = "1S";

    private @Nullable Path folder;
    private @Nullable Stack stack;

    @Override
    public Map<String, String> start() {
        try {
            Path made = Files.createTempDirectory("demarc-own-stack-");
            folder = made;
            Stack own = new Stack(made);
            stack = own;
            return Map.of(
                    "kafka.bootstrap.servers", own.kafka().bootstrapServers(),
                    "quarkus.datasource.jdbc.url", own.postgres().jdbcUrl("demarc"),
                    "quarkus.datasource.username", own.postgres().user(),
                    "quarkus.datasource.password", own.postgres().password(),
                    "quarkus.datasource.jdbc.acquisition-timeout", PATIENCE);
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
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
