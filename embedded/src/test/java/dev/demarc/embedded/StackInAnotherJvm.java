package dev.demarc.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM that keeps a record and a row, says so, and then waits to be killed. */
final class StackInAnotherJvm {
    private StackInAnotherJvm() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        EmbeddedKafka kafka =
                EmbeddedKafka.start(folder.resolve("kafka"), 0, List.of(new TopicSpec("demarc.resources", 1)));
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.resolve("postgresql"), 0, PostgresSettings.forTests());
        Records.on(kafka).send("demarc.resources", "a record");
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("postgres"), "demarc", postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'a row' AS value");
        }
        System.out.println("kept");
        new CountDownLatch(1).await();
    }
}
