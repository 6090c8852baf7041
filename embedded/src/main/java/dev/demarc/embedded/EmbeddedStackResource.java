package dev.demarc.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test the {@link TestStack} of its JVM: init argument {@code database} names the database to create,
 * {@code topics} the topics, as {@link TopicSpec#parse(String)} reads them, {@code entrance} an {@link Entrance}.
 */
public final class EmbeddedStackResource implements QuarkusTestResourceLifecycleManager {
    private String database = "";
    private String topics = "";
    private Entrance entrance = Entrance.PLAIN;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "");
        topics = arguments.getOrDefault("topics", "");
        entrance = Entrance.valueOf(arguments.getOrDefault("entrance", Entrance.PLAIN.name()));
    }

    @Override
    public Map<String, String> start() {
        TestStack stack = TestStack.shared(entrance);
        stack.createTopics(TopicSpec.parse(topics));
        Map<String, String> settings = new HashMap<>();
        stack.kafkaSettings().forEach((name, value) -> settings.put("kafka." + name, value));
        if (!database.isEmpty()) {
            Databases databases = stack.databases();
            databases.create(database);
            settings.put("quarkus.datasource.jdbc.url", databases.jdbcUrl(database));
            settings.put("quarkus.datasource.username", databases.user());
            settings.put("quarkus.datasource.password", databases.password());
        }
        return settings;
    }

    @Override
    public void stop() {
        // The stack is the whole JVM's and ends with it.
    }
}
