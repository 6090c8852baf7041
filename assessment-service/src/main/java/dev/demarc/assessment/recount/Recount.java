package dev.demarc.assessment.recount;

import dev.demarc.assessment.catalog.ApplicableControls;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.tally.CountDifference;
import dev.demarc.assessment.tally.TallyDifference;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.assessment.verdict.Parties;
import dev.demarc.contracts.scorecard.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Counts every tally, and every count beside them, again from what is stored of each resource and compares, in one snapshot, so that it may run at any
 * time beside ingestion. It mends nothing: a disagreement is a defect.
 */
@ApplicationScoped
public class Recount {
    /**
     * A tally that does not equal what its resources say.
     *
     * @param stored what the tally says
     * @param counted what the resources say
     */
    public record Disagreement(TallyDifference.Key tally, Counted stored, Counted counted) {}

    /** A tally's counts, with those of the unknown ones whose findings stay open. */
    public record Counted(Counts counts, long unverified) {
        private static final Counted NONE = new Counted(Counts.NONE, 0);
    }

    /**
     * What a recount found.
     *
     * @param counts how many counts beside the tallies
     * @param disagreements at most {@value #MOST}
     * @param wrongCounts at most {@value #MOST}
     */
    public record Report(
            int scopes,
            long resources,
            long tallies,
            long counts,
            List<Disagreement> disagreements,
            List<WrongCount> wrongCounts) {
        public Report {
            disagreements = List.copyOf(disagreements);
            wrongCounts = List.copyOf(wrongCounts);
        }
    }

    static final int MOST = 1000;

    private static final int CHUNK = 500;
    private static final int FETCH = 5_000;
    private static final String SCOPES = "SELECT no FROM scope ORDER BY no";
    private static final String RESOURCES =
            "SELECT scope, team, judging_version, profile, nonpass, workload FROM resource WHERE scope = ANY (?)";
    private static final String TALLIES = """
            SELECT scope, control, party, team, pass, fail, unknown, waived, not_applicable, unverified
            FROM tally WHERE scope = ANY (?)
            """;

    private final DataSource database;
    private final Dictionaries dictionaries;
    private final ApplicableControls applicable;

    public Recount(
            @io.quarkus.agroal.DataSource("reads") DataSource database,
            Dictionaries dictionaries,
            ApplicableControls applicable) {
        this.database = database;
        this.dictionaries = dictionaries;
        this.applicable = applicable;
    }

    public Report run() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return run(connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    private Report run(Connection connection) throws SQLException {
        List<Integer> scopes = scopes(connection);
        List<Disagreement> disagreements = new ArrayList<>();
        long resources = 0;
        long tallies = 0;
        CountCheck counts = new CountCheck(connection);
        for (int from = 0; from < scopes.size(); from += CHUNK) {
            int[] chunk = scopes.subList(from, Math.min(from + CHUNK, scopes.size())).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            TallyDifference counted = new TallyDifference();
            CountDifference beside = new CountDifference();
            resources += count(connection, chunk, counted, beside);
            counts.check(chunk, beside);
            Map<TallyDifference.Key, Counted> stored = stored(connection, chunk);
            tallies += stored.size();
            compare(stored, counted, disagreements);
        }
        counts.checkDrift();
        return new Report(scopes.size(), resources, tallies, counts.checked(), disagreements, counts.wrong());
    }

    private long count(Connection connection, int[] scopes, TallyDifference counted, CountDifference beside)
            throws SQLException {
        long resources = 0;
        try (PreparedStatement statement = connection.prepareStatement(RESOURCES)) {
            statement.setObject(1, scopes);
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int scope = rows.getInt(1);
                    int team = rows.getInt(2);
                    int profile = rows.getInt(4);
                    List<NonPass> nonPasses = PackedVerdicts.unpack(rows.getBytes(5));
                    counted.add(
                            scope,
                            team,
                            applicable.of(
                                    rows.getInt(3),
                                    profile,
                                    dictionaries.scope(scope).name()),
                            nonPasses);
                    beside.add(new CountDifference.Counted(scope, team, profile, rows.getInt(6), nonPasses));
                    resources++;
                }
            }
        }
        return resources;
    }

    private static Map<TallyDifference.Key, Counted> stored(Connection connection, int[] scopes) throws SQLException {
        Map<TallyDifference.Key, Counted> stored = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TALLIES)) {
            statement.setObject(1, scopes);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.put(
                            new TallyDifference.Key(
                                    rows.getInt(1), rows.getInt(2), Parties.of(rows.getInt(3)), rows.getInt(4)),
                            new Counted(
                                    new Counts(
                                            rows.getLong(5),
                                            rows.getLong(6),
                                            rows.getLong(7),
                                            rows.getLong(8),
                                            rows.getLong(9)),
                                    rows.getLong(10)));
                }
            }
        }
        return stored;
    }

    private static void compare(
            Map<TallyDifference.Key, Counted> stored, TallyDifference counted, List<Disagreement> disagreements) {
        Map<TallyDifference.Key, Counted> left = new HashMap<>(stored);
        counted.forEach((key, change) -> {
            Counted kept = left.remove(key);
            Counts counts =
                    new Counts(change.pass(), change.fail(), change.unknown(), change.waived(), change.notApplicable());
            add(key, kept == null ? Counted.NONE : kept, new Counted(counts, change.unverified()), disagreements);
        });
        left.forEach((key, kept) -> add(key, kept, Counted.NONE, disagreements));
    }

    private static void add(
            TallyDifference.Key key, Counted stored, Counted counted, List<Disagreement> disagreements) {
        if (!stored.equals(counted) && disagreements.size() < MOST) {
            disagreements.add(new Disagreement(key, stored, counted));
        }
    }

    private static List<Integer> scopes(Connection connection) throws SQLException {
        return Rows.all(connection, SCOPES, row -> row.getInt(1));
    }
}
