package dev.demarc.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.MalformedRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void waitsForWhatIsAway() {
        assertThat(Fault.of(new SQLException("no answer", "08006"))).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(new SQLException("the pool has none"))).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(new SQLException("lock timeout", "55P03"))).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(new KafkaException("Failed to construct kafka consumer")))
                .isEqualTo(Fault.TRANSIENT);
    }

    @Test
    void findsTheCauseInside() {
        assertThat(Fault.of(new UncheckedIOException(new ConnectException("refused"))))
                .isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(new IllegalStateException(new SQLException("too long", "22001"))))
                .isEqualTo(Fault.POISON);
    }

    @Test
    void putsAsideWhatARecordSays() {
        assertThat(Fault.of(new SQLException("NUL", "22021"))).isEqualTo(Fault.POISON);
        assertThat(Fault.of(new RecordTooLargeException("4 MiB"))).isEqualTo(Fault.POISON);
        assertThat(Fault.of(new MalformedRecordException(String.class, new IOException("no JSON"))))
                .isEqualTo(Fault.POISON);
    }

    @Test
    void callsTheRestADefect() {
        assertThat(Fault.of(new IllegalStateException("IN_TRANSACTION to IN_TRANSACTION")))
                .isEqualTo(Fault.DEFECT);
        assertThat(Fault.of(new SQLException("no such column", "42703"))).isEqualTo(Fault.DEFECT);
        assertThat(Fault.of(new StackOverflowError())).isEqualTo(Fault.DEFECT);
    }
}
