package dev.demarc.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.catalog.EmbeddedCatalog;
import dev.demarc.catalog.content.Shipped;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@EmbeddedCatalog
class ShippedImportTest {
    @Inject
    ShippedImport shippedImport;

    @Inject
    Revisions revisions;

    @Inject
    DataSource database;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path upgrade;

    @Test
    void tookTheShippedContentInAsRevisionOne() {
        CatalogRevision first = revisions.revision(1);

        assertThat(first.controls()).isEqualTo(Shipped.CONTENT.revision().controls());
        assertThat(first.layers()).isEqualTo(Shipped.CONTENT.revision().layers());
    }

    @Test
    void doesNotTakeTheSameContentInTwice() {
        int before = revisions.current().number();

        shippedImport.take(Shipped.FOLDER);

        assertThat(revisions.current().number()).isEqualTo(before);
    }

    @Test
    void mergesTheContentOfAnUpgradeAsTheNextRevision() throws IOException {
        int before = revisions.current().number();
        copyShippedContent();
        replace("controls/s3.yaml", "title: Access control lists are switched off", "title: No access control lists");

        shippedImport.take(upgrade);

        CatalogRevision current = revisions.current();
        assertThat(current.number()).isEqualTo(before + 1);
        assertThat(revisions.summary(current.number()).cause()).isEqualTo(Cause.SHIPPED);
        assertThat(current.controls()).extracting(Control::title).contains("No access control lists");
    }

    @Test
    void refusesToChangeARevision() {
        assertThatThrownBy(() -> execute("update revision set cause = 'DRAFT' where number = 1"))
                .hasMessageContaining("revision 1 is immutable");
        assertThatThrownBy(() -> execute("delete from revision where number = 1"))
                .hasMessageContaining("revision 1 is immutable");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private void copyShippedContent() throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Path copy = upgrade.resolve(Shipped.FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = upgrade.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }
}
