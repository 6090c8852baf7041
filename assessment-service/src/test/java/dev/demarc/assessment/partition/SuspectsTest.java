package dev.demarc.assessment.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Ingestion.Refusing;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private final SQLException refusal = new SQLException("invalid byte sequence", "22021");
    private final SQLException fault = new SQLException("connection is closed", "08006");
    private final RuntimeException defect = new IllegalStateException("no such layer");

    private final Suspects suspects = new Suspects();

    @Test
    void triesRecordsOneByOneAfterManyFailedTogether() {
        suspects.failed(10, 19, refusal);

        assertThat(suspects.areLookedFor(10)).isTrue();
        assertThat(suspects.areLookedFor(19)).isTrue();
        assertThat(suspects.areLookedFor(20)).isFalse();
        assertThat(suspects.verdict(10)).isEmpty();
    }

    @Test
    void refusesARecordThatTheDatabaseRefusesAlone() {
        suspects.failed(12, 12, refusal);

        assertThat(suspects.verdict(12)).hasValueSatisfying(verdict -> {
            assertThat(verdict.reason()).isEqualTo("the database refuses it: invalid byte sequence");
            assertThat(verdict.how()).isEqualTo(Refusing.RESOURCE);
        });
        assertThat(suspects.verdict(13)).isEmpty();
    }

    @Test
    void refusesARecordThatMeetsADefectTwiceAlone() {
        suspects.failed(12, 12, defect);
        assertThat(suspects.verdict(12)).isEmpty();

        suspects.failed(12, 12, defect);

        assertThat(suspects.verdict(12)).hasValueSatisfying(verdict -> assertThat(verdict.reason())
                .isEqualTo("it cannot be judged: java.lang.IllegalStateException: no such layer"));
    }

    @Test
    void aDefectThatIsGoneWithWhatWasRememberedRefusesNothing() {
        suspects.failed(12, 12, defect);
        suspects.failed(13, 13, defect);
        suspects.failed(12, 12, defect);

        assertThat(suspects.verdict(12)).isEmpty();
        assertThat(suspects.verdict(13)).isEmpty();
    }

    @Test
    void tellsLessOfARecordWhoseRefusalFails() {
        suspects.failed(12, 12, refusal);

        suspects.failed(12, 12, refusal);
        assertThat(suspects.verdict(12)).map(Suspects.Verdict::how).contains(Refusing.RUN);

        suspects.failed(12, 12, defect);
        assertThat(suspects.verdict(12)).map(Suspects.Verdict::how).contains(Refusing.RECORD);
    }

    @Test
    void aFaultOfTheDatabaseAccusesNoRecord() {
        suspects.failed(12, 12, fault);
        suspects.failed(12, 19, fault);

        assertThat(suspects.verdict(12)).isEmpty();
        assertThat(suspects.areLookedFor(12)).isFalse();
    }
}
