package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.partition.Inputs.Bucket;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeMovesTest {
    private static final String PARTITION = "SELECT partition FROM scope";

    private final Bucket one = Bucket.named("one");
    private final Workbench bench = Workbench.open();
    private final Database database = bench.database();
    private final Fence added = new Fence(1, 1, 0);
    private final PartitionMemory memory = new PartitionMemory(1000);

    @BeforeEach
    void addAPartition() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), one));
        bench.log().partitions(2);
        database.update("INSERT INTO partition_state (partition, topic_id, next_offset, fence) VALUES (1, '%s', 0, 1)"
                .formatted(new UUID(0, 1)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aScopeWhoseRecordsComeToAnotherPartitionMovesThere() throws Exception {
        bench.log().holding(0, bench.fence().offset());

        ingestInTheAddedPartition();

        assertThat(database.rows(PARTITION)).containsExactly("1");
        assertThat(database.rows("SELECT failing FROM resource")).containsExactly("{1,4}");
        assertThat(database.rows("SELECT last_complete_run FROM scope_state")).containsExactly("s1#1");
        assertThat(bench.disagreements()).isEmpty();
    }

    @Test
    void aPartitionThatAScopeHasLeftMustBeTakenAnew() throws Exception {
        bench.log().holding(0, bench.fence().offset());

        ingestInTheAddedPartition();

        assertThatThrownBy(() -> bench.ingest(completeRun(SCOPE, "s2", at(200), one)))
                .isInstanceOf(FenceLostException.class);
    }

    @Test
    void aScopeWaitsUntilItsOldPartitionHasReadWhatCameBefore() {
        bench.log().holding(0, bench.fence().offset() + 3);
        String decided = database.decided();

        assertThatThrownBy(this::ingestInTheAddedPartition)
                .isInstanceOf(ScopeElsewhereException.class)
                .hasMessage("scope %s is of partition 0, which has read up to offset 4 and must read up to 7 before it"
                                .formatted(SCOPE)
                        + " moves to 1");
        assertThat(database.rows(PARTITION)).containsExactly("0");
        assertThat(database.decided()).isEqualTo(decided);
    }

    @Test
    void nobodyMovesAScopeIntoAPartitionThatIsNotTheirs() {
        bench.log().holding(0, bench.fence().offset());
        database.update("UPDATE partition_state SET fence = 2 WHERE partition = 1");

        assertThatThrownBy(this::ingestInTheAddedPartition).isInstanceOf(FenceLostException.class);
        assertThat(database.rows(PARTITION)).containsExactly("0");
    }

    private void ingestInTheAddedPartition() throws Exception {
        bench.instance()
                .ingestion()
                .ingest(
                        added,
                        memory,
                        bench.judging(),
                        Workbench.records(completeRun(SCOPE, "s1", at(100), one.unencrypted()), 0));
    }
}
