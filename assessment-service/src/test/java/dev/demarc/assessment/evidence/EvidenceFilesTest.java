package dev.demarc.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.fixture.TestStore;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.grant.Somebody;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.problem.EvidenceErasedException;
import dev.demarc.assessment.problem.EvidenceFullException;
import dev.demarc.contracts.api.EvidenceErasure;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.EvidenceFileView.Erased;
import dev.demarc.shell.problem.ForbiddenException;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownIdException;
import dev.demarc.shell.problem.UnknownReferenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceFilesTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final String ACCOUNT = "111122223333";
    private static final String SISTER = "222233334444";
    private static final String STRANGER = "333344445555";
    private static final EvidenceErasure BY_GRACE = new EvidenceErasure("Grace", "It names a patient.");
    private static DataSource database;

    private final TestClock clock = new TestClock(NOON);

    @BeforeAll
    static void migrate() {
        database = TestStore.empty("evidence");
    }

    @BeforeEach
    void twoAccountsOfOneOrganizationAndOneOfAnother() throws SQLException {
        TestStore.emptied(database);
        execute("INSERT INTO catalog_revision VALUES (1, now(), '')");
        for (String account : List.of(ACCOUNT, SISTER)) {
            execute("INSERT INTO account_info VALUES ('%s', 'Payments', 'o-1', '{}', 'ACTIVE', '{}', NULL)"
                    .formatted(account));
        }
    }

    @Test
    void takesNoMoreThanIsKeptInAllUntilSomethingIsErased() {
        Evidence evidence = new Evidence(EvidenceLimits.wide().inAll(10));
        EvidenceFileView first = evidence.keep(6);

        assertThatThrownBy(() -> evidence.keep(6))
                .isInstanceOf(EvidenceFullException.class)
                .hasMessageStartingWith("All evidence files would have 12582912 bytes; accepted: at most 10 MB");
        evidence.erasures.erase(Somebody.seeing(Reached.all()), first.id(), BY_GRACE);

        assertThat(evidence.keep(6).size()).isEqualTo(6 * 1024 * 1024);
    }

    @Test
    void takesNoMoreThanMayWaitForAStatement() throws SQLException {
        Evidence evidence = new Evidence(EvidenceLimits.wide().unnamed(10));
        EvidenceFileView first = evidence.keep(6);
        assertThatThrownBy(() -> evidence.keep(6))
                .isInstanceOf(EvidenceFullException.class)
                .hasMessageContaining("that no statement names yet");

        name(first, ACCOUNT);

        assertThat(evidence.keep(6).erased()).isNull();
    }

    @Test
    void letsTheStatementsOfAnOrganizationNameNoMoreThanItMay() throws SQLException {
        Evidence evidence = new Evidence(EvidenceLimits.wide().ofAnOrganization(10));
        EvidenceFileView first = evidence.keep(6);
        UUID second = UUID.fromString(evidence.keep(6).id());
        name(first, ACCOUNT);

        assertThatThrownBy(() -> evidence.admit(second, SISTER))
                .isInstanceOf(EvidenceFullException.class)
                .hasMessageContaining("organisation o-1 would have 12582912 bytes");
        evidence.admit(second, STRANGER);
        evidence.admit(UUID.fromString(first.id()), SISTER);
    }

    @Test
    void erasesWhatNoStatementHasNamedInTime() throws SQLException {
        Evidence evidence = new Evidence(EvidenceLimits.wide());
        EvidenceFileView named = evidence.keep(1);
        EvidenceFileView unnamed = evidence.keep(1);
        name(named, ACCOUNT);
        clock.set(NOON.plus(Duration.ofDays(1)).minusSeconds(1));
        evidence.erasures.eraseUnnamed();
        assertThat(evidence.files.find(Reached.all(), unnamed.id())).isPresent();

        clock.set(NOON.plus(Duration.ofDays(1)));
        evidence.erasures.eraseUnnamed();

        assertThat(evidence.files.find(Reached.all(), named.id())).isPresent();
        assertThatThrownBy(() -> evidence.files.find(Reached.all(), unnamed.id()))
                .isInstanceOf(EvidenceErasedException.class)
                .hasMessageContaining("was erased by demarc", "no statement named it within PT24H");
    }

    @Test
    void keepsRecordAndHashOfWhatIsErasedWithWhoWhenAndWhy() throws SQLException {
        Evidence evidence = new Evidence(EvidenceLimits.wide());
        EvidenceFileView file = evidence.keep(1);
        clock.set(NOON.plusSeconds(60));

        EvidenceFileView erased = evidence.erasures.erase(Somebody.seeing(Reached.all()), file.id(), BY_GRACE);

        assertThat(erased.erased()).isEqualTo(new Erased("Grace", NOON.plusSeconds(60), "It names a patient."));
        assertThat(erased.sha256()).isEqualTo(file.sha256());
        assertThat(text("SELECT count(*) FROM evidence_file WHERE content IS NULL"))
                .isEqualTo("1");
        assertThat(text("SELECT entry FROM statement_change")).contains("\"act\":\"erased\"", file.id(), "Grace");
        assertThatThrownBy(() -> evidence.files.find(Reached.all(), file.id()))
                .isInstanceOf(EvidenceErasedException.class)
                .hasMessageContaining("Grace", "It names a patient.", file.sha256());
        assertThatThrownBy(() -> evidence.erasures.erase(Somebody.seeing(Reached.all()), file.id(), BY_GRACE))
                .isInstanceOf(EvidenceErasedException.class);
    }

    @Test
    void letsNoStatementRestOnWhatIsErased() {
        Evidence evidence = new Evidence(EvidenceLimits.wide());
        EvidenceFileView file = evidence.keep(1);
        evidence.requireKept(file);

        evidence.erasures.erase(Somebody.seeing(Reached.all()), file.id(), BY_GRACE);

        assertThatThrownBy(() -> evidence.requireKept(file))
                .isInstanceOf(UnknownReferenceException.class)
                .hasMessageContaining("not erased");
    }

    @Test
    void erasesOnlyWhatRestsOnAccountsOfTheCaller() throws SQLException {
        Evidence evidence = new Evidence(EvidenceLimits.wide());
        EvidenceFileView file = evidence.keep(1);
        name(file, ACCOUNT);
        name(file, SISTER);

        assertThatThrownBy(() ->
                        evidence.erasures.erase(Somebody.seeing(Reached.of(Set.of(STRANGER))), file.id(), BY_GRACE))
                .isInstanceOf(UnknownIdException.class);
        assertThatThrownBy(() ->
                        evidence.erasures.erase(Somebody.seeing(Reached.of(Set.of(ACCOUNT))), file.id(), BY_GRACE))
                .isInstanceOf(ForbiddenException.class);
        assertThat(evidence.erasures
                        .erase(Somebody.seeing(Reached.of(Set.of(ACCOUNT, SISTER))), file.id(), BY_GRACE)
                        .erased())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"by, , It names a patient.", "reason, Grace,"})
    void erasesNothingWithoutANameAndAReason(String field, String by, String reason) {
        Evidence evidence = new Evidence(EvidenceLimits.wide());
        EvidenceFileView file = evidence.keep(1);

        assertThatThrownBy(() -> evidence.erasures.erase(
                        Somebody.seeing(Reached.all()), file.id(), new EvidenceErasure(by, reason)))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE evidence_file SET content = NULL",
                "UPDATE evidence_file SET name = 'other.txt'",
                "DELETE FROM evidence_file",
                "DELETE FROM evidence_erasure",
                "UPDATE evidence_erasure SET by = 'nobody'"
            })
    void keepsItsTablesFromAnythingElse(String sql) {
        Evidence evidence = new Evidence(EvidenceLimits.wide());
        evidence.keep(1);

        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("only ever added");
    }

    /** The parts that keep evidence. */
    private final class Evidence {
        private final EvidenceQuota quota;
        private final EvidenceFiles files;
        private final EvidenceErasures erasures;

        Evidence(EvidenceLimits limits) {
            Acts acts = new Acts(database);
            quota = new EvidenceQuota(limits);
            files = new EvidenceFiles(acts, new ReadTransaction(database), quota, clock);
            erasures = new EvidenceErasures(database, acts, files, quota, clock);
        }

        EvidenceFileView keep(int megabytes) {
            byte[] text = new byte[megabytes * 1024 * 1024];
            Arrays.fill(text, " ".getBytes(StandardCharsets.US_ASCII)[0]);
            return files.keep("minutes.txt", text);
        }

        void admit(UUID file, String account) throws SQLException {
            try (Connection connection = database.getConnection()) {
                quota.admit(connection, List.of(file), List.of(account));
            }
        }

        void requireKept(EvidenceFileView file) {
            try (Connection connection = database.getConnection()) {
                EvidenceFiles.requireKept(connection, List.of(UUID.fromString(file.id())));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void name(EvidenceFileView file, String account) throws SQLException {
        String statement = UUID.randomUUID().toString();
        execute("""
                INSERT INTO statement (id, kind, control, revision, scope, text, author, proposed_at, expires_at)
                VALUES ('%s', 'WAIVER', 'bucket-encrypted', 1, '{}', 'So.', 'Ada', now(), now() + interval '1 day')
                """.formatted(statement));
        execute("INSERT INTO statement_account VALUES ('%s', '%s')".formatted(statement, account));
        execute("INSERT INTO statement_evidence VALUES ('%s', 0, '%s')".formatted(statement, file.id()));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
