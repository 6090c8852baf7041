package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;
import static dev.demarc.assessment.partition.MovedDuties.DATABASES;
import static dev.demarc.assessment.partition.MovedDuties.INSTANCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.drift.Drift;
import dev.demarc.assessment.drift.DriftCursor;
import dev.demarc.assessment.drift.DriftQuery;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.ChangesView;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.shell.problem.RefusedValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moved since an instant, and what only seems to have. */
class DriftTest {
    private static final Bucket ON_EC2 =
            Bucket.named("i-1").in(INSTANCES).tagged("workload", "orders").with("autoMinorVersionUpgrade", true);
    private static final Bucket ON_RDS =
            Bucket.named("db-1").in(DATABASES).tagged("workload", "orders").with("autoMinorVersionUpgrade", true);

    private final Workbench bench = Workbench.open();
    private final Drift drift = new Drift(
            new ReadTransaction(bench.database().source()),
            new Dictionaries(bench.database().source()));

    @BeforeEach
    void begin() {
        bench.clock().set(at(1_000));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsThatADatabaseLeftEc2ForRds() {
        bench.judgeBy(MovedDuties.catalog(2));
        bench.ingest(completeRun(INSTANCES, "s0", at(0), ON_EC2), completeRun(DATABASES, "s0", at(0)));

        bench.clock().set(at(90_000));
        bench.ingest(completeRun(INSTANCES, "s1", at(2_000)), completeRun(DATABASES, "s1", at(2_000), ON_RDS));

        assertThat(items())
                .extracting(DriftItem::kind, DriftItem::workload, DriftItem::layer, DriftItem::from, DriftItem::to)
                .containsExactly(
                        tuple(DriftItem.Kind.DUTY, "orders", "guest-os", "CUSTOMER", "AWS"),
                        tuple(DriftItem.Kind.DUTY, "orders", "platform", "CUSTOMER", "AWS"));
        assertThat(items()).allSatisfy(item -> assertThat(item.resource().id()).isEqualTo("db-1"));
    }

    @Test
    void tellsOnlyWhatEnteredWhereAnotherInstanceStays() {
        Bucket other = Bucket.named("i-2").in(INSTANCES).tagged("workload", "orders");
        bench.judgeBy(MovedDuties.catalog(2));
        bench.ingest(completeRun(INSTANCES, "s0", at(0), ON_EC2, other), completeRun(DATABASES, "s0", at(0)));

        bench.clock().set(at(90_000));
        bench.ingest(completeRun(INSTANCES, "s1", at(2_000), other), completeRun(DATABASES, "s1", at(2_000), ON_RDS));

        assertThat(items())
                .extracting(DriftItem::layer, DriftItem::from, DriftItem::to)
                .containsExactly(tuple("guest-os", null, "AWS"), tuple("platform", null, "AWS"));
    }

    @Test
    void tellsThatAutomaticMinorUpgradesWereSwitchedOff() {
        bench.judgeBy(MovedDuties.catalog(2));
        bench.ingest(completeRun(DATABASES, "s0", at(0), ON_RDS));

        bench.clock().set(at(90_000));
        bench.ingest(completeRun(DATABASES, "s1", at(2_000), ON_RDS.with("autoMinorVersionUpgrade", false)));

        assertThat(items("payments")).isEmpty();
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.layer()).isEqualTo("platform");
            assertThat(item.from()).isEqualTo("AWS");
            assertThat(item.to()).isEqualTo("CUSTOMER");
            assertThat(item.rule()).isEqualTo("You upgrade the engine yourself.");
            assertThat(item.at()).isEqualTo(at(2_001));
            assertThat(item.workload()).isEqualTo("orders");
        });
    }

    @Test
    void tellsFindingsThatOpenedAndWereResolvedWithTheirCause() {
        bench.ingest(completeRun(
                SCOPE,
                "s0",
                at(0),
                Bucket.named("mended").unencrypted(),
                Bucket.named("broken"),
                Bucket.named("gone").without("bucketPolicy")));

        bench.clock().set(at(90_000));
        bench.ingest(completeRun(
                SCOPE,
                "s1",
                at(2_000),
                Bucket.named("mended"),
                Bucket.named("broken").without("bucketPolicy")));

        assertThat(items())
                .extracting(
                        item -> item.resource().id(),
                        DriftItem::control,
                        DriftItem::from,
                        DriftItem::to,
                        DriftItem::cause)
                .containsExactlyInAnyOrder(
                        tuple("mended", "bucket-encrypted", "FAIL", "PASS", Cause.CONFIGURATION),
                        tuple("mended", "bucket-shared", "FAIL", "PASS", Cause.CONFIGURATION),
                        tuple("broken", "bucket-has-policy", "PASS", "FAIL", Cause.CONFIGURATION),
                        tuple("gone", "bucket-has-policy", "FAIL", null, Cause.REMOVAL));
        assertThat(changes().opened().bySeverity()).containsEntry(Severity.HIGH, 1L);
        assertThat(changes().resolved().byTeam()).containsEntry("", 3L);
        assertThat(items("")).hasSize(4);
        assertThat(items("payments")).isEmpty();
        assertThat(changes("payments").opened().byTeam()).isEmpty();
    }

    @Test
    void tellsWhatFailsByTimeAlone() {
        bench.ingest(completeRun(SCOPE, "s0", at(0), Bucket.named("one")));

        bench.clock().advance(Duration.ofDays(31));
        bench.upkeep();

        assertThat(items())
                .extracting(DriftItem::control, DriftItem::cause)
                .containsExactly(tuple("bucket-young", Cause.TIME));
    }

    @Test
    void isSilentOnFirstJudgementsAndCatalogChanges() {
        bench.ingest(completeRun(SCOPE, "s0", at(1_100), Bucket.named("one").unencrypted(), Bucket.named("two")));
        bench.clock().set(at(90_000));
        bench.judgeBy(TestCatalog.second()).upkeep();

        assertThat(items()).isEmpty();
        assertThat(changes().unowned().resources()).isEqualTo(2);
    }

    @Test
    void givesEveryMoveOnceOverPages() {
        bench.judgeBy(MovedDuties.catalog(2));
        bench.ingest(completeRun(INSTANCES, "s0", at(0), ON_EC2), completeRun(DATABASES, "s0", at(0)));
        bench.clock().set(at(90_000));
        bench.ingest(completeRun(INSTANCES, "s1", at(2_000)), completeRun(DATABASES, "s1", at(2_000), ON_RDS));
        bench.ingest(completeRun(DATABASES, "s2", at(3_000), ON_RDS.with("autoMinorVersionUpgrade", false)));
        bench.ingest(completeRun(DATABASES, "s3", at(4_000), ON_RDS));

        List<DriftItem> paged = new ArrayList<>();
        Drift.Slice slice = page(DriftCursor.start(bench.clock().instant()), 1);
        paged.addAll(slice.items());
        while (slice.next() != null) {
            slice = page(slice.next(), 1);
            paged.addAll(slice.items());
        }

        assertThat(paged).hasSize(4).isEqualTo(items());
        assertThat(slice.total()).isEqualTo(4);
    }

    @Test
    void countsWhatMovedAsItListsIt() {
        bench.ingest(completeRun(
                SCOPE, "s0", at(0), Bucket.named("one"), Bucket.named("two").unencrypted()));
        bench.clock().set(at(90_000));
        bench.ingest(completeRun(SCOPE, "s1", at(2_000), Bucket.named("one").unencrypted(), Bucket.named("two")));

        assertThat(page(DriftCursor.start(bench.clock().instant()), 100).total())
                .isEqualTo(items().size());
        assertThat(bench.report().wrongCounts()).isEmpty();
        bench.database().update("UPDATE drift_count SET moves = moves + 1");
        assertThat(bench.report().wrongCounts()).isNotEmpty();
    }

    @Test
    void refusesATimeOfWhichNothingWasWrittenDown() {
        bench.database().update("INSERT INTO drift_begun (at) VALUES ('%s')".formatted(at(1_001)));

        assertThatThrownBy(this::items)
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining(at(1_001).toString());
    }

    @Test
    void aReadThatIsRefusedMovesNoDuty() {
        bench.judgeBy(MovedDuties.catalog(2));
        bench.ingest(completeRun(DATABASES, "s0", at(0), ON_RDS.with("autoMinorVersionUpgrade", false)));

        bench.clock().set(at(90_000));
        bench.ingest(completeRun(DATABASES, "s1", at(2_000), ON_RDS.unread("configuration.autoMinorVersionUpgrade")));

        assertThat(items()).isEmpty();
    }

    private List<DriftItem> items(String... teams) {
        return drift.page(
                        Reached.all(),
                        query(teams),
                        bench.judging().judge().revision(),
                        DriftCursor.start(bench.clock().instant()),
                        100)
                .items();
    }

    private Drift.Slice page(DriftCursor after, int limit) {
        return drift.page(Reached.all(), query(), bench.judging().judge().revision(), after, limit);
    }

    private ChangesView changes(String... teams) {
        return drift.changes(
                Reached.all(), query(teams), bench.judging().judge().revision());
    }

    private DriftQuery query(String... teams) {
        return new DriftQuery(
                new AccountFilter(Set.of(SCOPE.account()), Set.of(), Optional.empty()),
                Set.of(teams),
                at(1_000),
                bench.clock().instant(),
                Set.of());
    }
}
