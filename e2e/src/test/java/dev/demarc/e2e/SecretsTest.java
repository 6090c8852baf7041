package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.e2e.MotoPlatform.Scanned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing that people put into AWS in confidence is found anywhere in the platform after a scan. */
@Order(Integer.MAX_VALUE)
@ExtendWith(MotoPlatform.class)
class SecretsTest {
    private final Scanned scanned;

    SecretsTest(Scanned scanned) {
        this.scanned = scanned;
    }

    @Test
    void areOnNoTopic() {
        Sieve sieve = new Sieve(scanned.markers());

        TopicSweep.of(scanned.demarc().state().bootstrapServers(), sieve);

        assertThat(sieve.sawText(PlantedAccount.PUBLIC_BUCKET)).isTrue();
        assertThat(sieve.found()).isEmpty();
    }

    @Test
    void areInNoTable() throws IOException, SQLException {
        Sieve sieve = new Sieve(scanned.markers());

        TableSweep.of(scanned.demarc(), sieve);

        assertThat(sieve.sawText(PlantedAccount.PUBLIC_BUCKET)).isTrue();
        assertThat(sieve.found()).isEmpty();
    }

    @Test
    void areInNoLog() throws IOException {
        Sieve sieve = new Sieve(scanned.markers());

        for (Path log : logs()) {
            sieve.take(log.getFileName().toString(), Files.readAllBytes(log));
        }

        assertThat(sieve.sawText("DEBUG")).isTrue();
        assertThat(sieve.found()).isEmpty();
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> services = Files.walk(scanned.demarc().data().path().resolve("log"))) {
            return Stream.concat(
                            services.filter(Files::isRegularFile),
                            Stream.of(
                                    scanned.demarc().data().log("postgresql"),
                                    scanned.demarc().output(),
                                    scanned.printed()))
                    .toList();
        }
    }
}
