package dev.demarc.assessment.proposal;

import dev.demarc.assessment.approved.Revocations.Revocation;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The open findings that contradict an attestation of a control. */
final class ContraryFindings {
    private static final String SELECT = """
            SELECT a.id AS account, region.name AS region, t.name AS type, r.rid, r.nonpass
            FROM (SELECT DISTINCT tally.scope FROM tally JOIN scope s ON s.no = tally.scope
                      JOIN account a ON a.no = s.account
                  WHERE tally.control = ANY (?::smallint[]) AND fail > 0 AND a.id = ANY (?)) failing
            JOIN resource r ON r.scope = failing.scope AND r.failing && ?::smallint[] AND r.failing <> '{}'
            JOIN scope s ON s.no = r.scope
            JOIN account a ON a.no = s.account
            JOIN region ON region.no = s.region
            JOIN resource_type t ON t.no = s.type
            ORDER BY a.id, r.scope, r.rid
            """;

    private ContraryFindings() {}

    /** By account, the first that contradicts. */
    static Map<String, Revocation> of(
            Connection connection, String id, Control control, CatalogRevision catalog, Collection<String> accounts)
            throws SQLException {
        Map<Integer, String> contraries = catalog.controls().stream()
                .filter(each -> control.contradictedBy().contains(each.id()))
                .collect(Collectors.toMap(Control::number, Control::id));
        Map<String, Revocation> found = new LinkedHashMap<>();
        if (contraries.isEmpty()) {
            return found;
        }
        Integer[] numbers = contraries.keySet().toArray(Integer[]::new);
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, numbers);
            statement.setObject(2, accounts.toArray(String[]::new));
            statement.setObject(3, numbers);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(row, id, contraries, found);
                }
            }
        }
        return found;
    }

    private static void add(ResultSet row, String id, Map<Integer, String> contraries, Map<String, Revocation> found)
            throws SQLException {
        String account = row.getString("account");
        ResourceKey key = new ResourceKey(Rows.scope(row), row.getLong("rid"));
        for (NonPass each : PackedVerdicts.unpack(row.getBytes("nonpass"))) {
            String contrary = contraries.get(each.control());
            if (contrary != null && each.verdict() == Verdict.FAIL && each.isOpen()) {
                found.putIfAbsent(account, new Revocation(id, account, key + "." + contrary, contrary));
            }
        }
    }
}
