package dev.demarc.assessment.partition;

import dev.demarc.assessment.resource.PackedConfiguration;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.embedded.Databases;
import dev.demarc.embedded.TestStack;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A migrated database of one test, and what the test asks of it. */
final class Database implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AgroalDataSource source;

    private Database(AgroalDataSource source) {
        this.source = source;
    }

    static Database fresh() {
        QuietKafka.please();
        Databases databases = TestStack.shared().databases();
        String name = "ingest_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        databases.create(name);
        return at(databases.jdbcUrl(name), databases.user(), databases.password());
    }

    static Database at(String url, String user, String password) {
        try {
            AgroalDataSource source = AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password)))));
            Flyway.configure().dataSource(source).load().migrate();
            return new Database(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource source() {
        return source;
    }

    long number(String sql) {
        return Long.parseLong(rows(sql).get(0));
    }

    /** The first column of each row. */
    List<String> rows(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    void update(String sql) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<NonPass> nonPasses(String resourceId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT nonpass FROM resource WHERE resource_id = ?")) {
            statement.setString(1, resourceId);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException(resourceId + " is not stored");
                }
                return PackedVerdicts.unpack(rows.getBytes(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    PackedConfiguration configuration(String resourceId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT dictionary, configuration FROM resource WHERE resource_id = ?")) {
            statement.setString(1, resourceId);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException(resourceId + " is not stored");
                }
                return new PackedConfiguration(rows.getShort(1), rows.getBytes(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> resourceIds() {
        return rows("SELECT resource_id FROM resource ORDER BY resource_id");
    }

    /** Everything that ingestion decides, in one text, without surrogate numbers and the time of judging. */
    String decided() {
        return String.join("\n", rows("""
                        SELECT 'resource ' || concat_ws(' ', scope, resource_id, digest, observed_at, failing,
                            encode(nonpass, 'hex'), team, profile) FROM resource
                        UNION ALL SELECT 'tally ' || concat_ws(' ', scope, control, party, team, pass, fail, unknown,
                            not_applicable) FROM tally WHERE pass + fail + unknown + not_applicable > 0
                        UNION ALL SELECT 'scope ' || s::text FROM scope_state s
                        UNION ALL SELECT 'run ' || r::text FROM run r
                        ORDER BY 1
                        """));
    }

    @Override
    public void close() {
        source.close();
    }
}
