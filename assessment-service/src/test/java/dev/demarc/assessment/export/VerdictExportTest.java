package dev.demarc.assessment.export;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static dev.demarc.assessment.fixture.StoreBuilder.BEGUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.assessment.fixture.StoreBuilder;
import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.fixture.TestStore;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.AccountReadings;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictExportTest {
    private static final String PAYMENTS = "111122223333";
    private static final String PLATFORM = "222233334444";
    private static final Scope READ = new Scope(PAYMENTS, "eu-central-1", BUCKET);
    private static final Scope DENIED = new Scope(PAYMENTS, "us-east-1", BUCKET);
    private static final Scope OTHERS = new Scope(PLATFORM, "eu-central-1", BUCKET);

    private final DataSource database = TestStore.empty("assessment_export");
    private final StoreBuilder store = new StoreBuilder(database, CatalogBuilder.ofBuckets());
    private final ReadTransaction reads = new ReadTransaction(database);
    private final CatalogStore catalog = new CatalogStore(database);
    private final ScorecardRules rules = new ScorecardRules(catalog, Duration.ofDays(3));
    private final TestClock clock = new TestClock(BEGUN.plusSeconds(3600));
    private final VerdictExport export = new VerdictExport(
            reads,
            rules,
            new ApplicableControls(catalog, new Dictionaries(database)),
            new Statements(database, clock),
            clock);

    @BeforeEach
    void stored() {
        store.catalog()
                .account(account(PAYMENTS, "payments"))
                .account(account(PLATFORM, null))
                .read(READ)
                .denied(DENIED)
                .read(OTHERS);
        store.bucket(READ, "good", true, "payments");
        store.bucket(READ, "=bad", false, null);
        store.resource(READ, "unasked", Map.of(), "payments");
        store.bucket(DENIED, "hidden", true, "payments");
        store.bucket(OTHERS, "good", true, null);
    }

    @Test
    void writesALineForEachVerdictPassIncluded() throws IOException {
        List<String> lines = lines(PAYMENTS);

        assertThat(lines.get(0))
                .isEqualTo("account,region,resource_type,resource_id,arn,control,peer_checks,party,team,severity,"
                        + "verdict,reason,last_verified");
        assertThat(lines)
                .contains(
                        "111122223333,eu-central-1,AWS::S3::Bucket,good,arn:aws:s3:::good,bucket-not-public,"
                                + "prowler:check-bucket-not-public,CUSTOMER,payments,critical,PASS,,2026-06-10T08:00:00Z",
                        "111122223333,eu-central-1,AWS::S3::Bucket,'=bad,arn:aws:s3:::=bad,bucket-encrypted,"
                                + "prowler:check-bucket-encrypted,SHARED,,medium,FAIL,,2026-06-10T08:00:00Z")
                .filteredOn(line -> line.contains(",unasked,"))
                .hasSize(3)
                .allMatch(line -> line.contains(",UNKNOWN,configuration.good: "));
    }

    @Test
    void tellsWhatNobodyCanSeeAsUnknownWithTheReason() throws IOException {
        assertThat(lines(PAYMENTS))
                .filteredOn(line -> line.contains(",hidden,"))
                .hasSize(3)
                .allMatch(line -> line.contains(",UNKNOWN,denied: access denied (needs s3:ListAllMyBuckets),"));
    }

    @Test
    void tellsAScopeThatWasNeverReadOnceAControl() throws IOException {
        assertThat(lines(PLATFORM))
                .filteredOn(line -> line.startsWith("222233334444,us-east-1,AWS::S3::Bucket,,,"))
                .hasSize(3)
                .allMatch(line -> line.contains(",UNKNOWN,never read,"));
    }

    @Test
    void countsWhatTheScorecardCounts() throws IOException, SQLException {
        Map<String, Long> counted = counted(lines(PAYMENTS));

        assertThat(counted).isEqualTo(ofScorecard());
    }

    @Test
    void goesThroughThousandsOfResourcesPageByPage() throws IOException, SQLException {
        multiply(READ, 3_500);

        List<String> lines = lines(PAYMENTS);

        assertThat(lines).hasSize(1 + 4 * 3 + 3_500 * 3).doesNotHaveDuplicates();
    }

    @Test
    void leavesOutAccountsThatTheGrantDoesNotCover() throws IOException {
        StringWriter out = new StringWriter();
        AccountFilter all = new AccountFilter(Set.of(), Set.of(), Optional.of("o-example"));

        export.write(export.exported(Reached.of(Set.of(PLATFORM)), all), out);

        assertThat(out.toString()).contains(PLATFORM).doesNotContain(PAYMENTS);
    }

    private List<String> lines(String account) throws IOException {
        StringWriter out = new StringWriter();
        AccountFilter filter = new AccountFilter(Set.of(account), Set.of(), Optional.empty());
        export.write(export.exported(Reached.all(), filter), out);
        return Arrays.asList(out.toString().split("\r\n"));
    }

    /** How many lines a control, party, team and verdict. */
    private static Map<String, Long> counted(List<String> lines) {
        Map<String, Long> counted = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            counted.merge(String.join(" ", cells[5], cells[7], cells[8], cells[10]), 1L, Long::sum);
        }
        return counted;
    }

    private Map<String, Long> ofScorecard() throws SQLException {
        AccountReading reading = reads.of(connection -> new AccountReadings().read(connection, 1))
                .orElseThrow();
        Map<String, Long> counted = new HashMap<>();
        for (Tally tally : rules.of(reading)
                .compute(reading, 1, clock.instant())
                .scorecard()
                .tallies()
                .unpack()) {
            String control =
                    rules.of(reading).control(tally.control()).orElseThrow().id();
            String key = String.join(" ", control, tally.party().name(), tally.team(), "");
            add(counted, key + "PASS", tally.counts().pass());
            add(counted, key + "FAIL", tally.counts().fail());
            add(counted, key + "UNKNOWN", tally.counts().unknown());
        }
        return counted;
    }

    private static void add(Map<String, Long> counted, String key, long count) {
        if (count > 0) {
            counted.put(key, count);
        }
    }

    private void multiply(Scope scope, int copies) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO resource (observed_at, judged_at, rid, scope, judging_version, profile, team, form,
                        dictionary, digest, resource_id, name, arn, nonpass, failing, configuration)
                    SELECT observed_at, judged_at, rid / 2 + copy, scope, judging_version, profile, team, form,
                        dictionary, digest, resource_id || copy, name, arn, nonpass, failing, configuration
                    FROM resource CROSS JOIN generate_series(1, %d) copy WHERE resource_id = 'good' AND scope = (
                        SELECT no FROM scope WHERE account = (SELECT no FROM account WHERE id = '%s') LIMIT 1)
                    """.formatted(copies, scope.account()));
        }
    }

    private static Account account(String id, @Nullable String team) {
        return new Account(
                id,
                "Name of " + id,
                "o-example",
                List.of(),
                Account.Status.ACTIVE,
                List.of("eu-central-1", "us-east-1"),
                team);
    }
}
