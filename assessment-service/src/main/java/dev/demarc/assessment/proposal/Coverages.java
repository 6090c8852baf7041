package dev.demarc.assessment.proposal;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.shell.problem.RefusedValueException;
import dev.demarc.shell.problem.UnknownReferenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what a stated scope covers, of what the caller may see; what they may not see is as unknown as what is not. */
final class Coverages {
    private record Known(String organization, List<String> unit) {}

    private static final String ACCOUNTS = """
            SELECT id, coalesce(i.organization, id) AS organization, coalesce(i.ou_path, '{}') AS unit
            FROM (SELECT id FROM account UNION SELECT id FROM account_info) known
                 LEFT JOIN account_info i USING (id)
            WHERE coalesce(i.status, 'ACTIVE') <> 'GONE'
            """;
    private static final String RESOURCE = """
            SELECT team.name FROM resource r JOIN team ON team.no = r.team JOIN scope s ON s.no = r.scope JOIN account a ON a.no = s.account
                JOIN region ON region.no = s.region JOIN resource_type t ON t.no = s.type
            WHERE a.id = ? AND region.name = ? AND t.name = ? AND r.rid = ?
            """;
    private static final String SEEN = "%s that is known here and that you may see";

    private final Map<String, Known> everywhere = new HashMap<>();
    private final Map<String, Known> accounts = new HashMap<>();
    private final Connection connection;
    private final Reached reached;

    private Coverages(Connection connection, Reached reached) throws SQLException {
        this.connection = connection;
        this.reached = reached;
        try (PreparedStatement statement = connection.prepareStatement(ACCOUNTS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                everywhere.put(row.getString("id"), new Known(row.getString("organization"), Rows.texts(row, "unit")));
            }
        }
        accounts.putAll(everywhere);
        accounts.keySet().removeIf(account -> !reached.covers(account));
    }

    /**
     * @throws UnknownReferenceException where it names what is not known, or not to the caller
     * @throws RefusedValueException where it names nothing, or resources that the control does not judge
     */
    static Coverage of(Connection connection, Reached reached, StatementScope scope, Control control)
            throws SQLException {
        return new Coverages(connection, reached).of(scope, control);
    }

    private Coverage of(StatementScope scope, Control control) throws SQLException {
        Set<String> covered = new TreeSet<>();
        if (!scope.ou().isEmpty()) {
            covered.addAll(ofUnit(scope));
        } else if (scope.organization() != null
                && scope.accounts().isEmpty()
                && scope.resources().isEmpty()) {
            covered.addAll(ofOrganization(scope.organization()));
        }
        for (String account : scope.accounts()) {
            Known known = accounts.get(account);
            if (known == null || !isOf(known, scope)) {
                throw new UnknownReferenceException("scope.accounts", account, SEEN.formatted("id of an account"));
            }
            covered.add(account);
        }
        Map<ResourceKey, String> resources = new HashMap<>();
        for (String text : scope.resources()) {
            ResourceKey key = key(text);
            String team = team(text, key, scope, control);
            if (!covered.isEmpty() && !covered.contains(key.scope().account())) {
                throw new RefusedValueException(
                        "scope.resources", text, "resources of the accounts that the scope has");
            }
            resources.put(key, team);
        }
        if (!resources.isEmpty()) {
            covered = resources.keySet().stream()
                    .map(key -> key.scope().account())
                    .collect(Collectors.toSet());
        }
        if (covered.isEmpty()) {
            throw new RefusedValueException("scope", "", "an organization, ou, accounts or resources");
        }
        return new Coverage(covered, resources);
    }

    private Set<String> ofOrganization(String organization) {
        Set<String> found = accounts.entrySet().stream()
                .filter(each -> each.getValue().organization().equals(organization))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            throw new UnknownReferenceException(
                    "scope.organization", organization, SEEN.formatted("an organisation with an account"));
        }
        return found;
    }

    private Set<String> ofUnit(StatementScope scope) {
        Map<String, Known> found = new HashMap<>(accounts);
        found.values().removeIf(known -> !isUnder(known, scope));
        String unit = String.join("/", scope.ou());
        if (found.isEmpty()) {
            throw new UnknownReferenceException("scope.ou", unit, SEEN.formatted("a unit with an account"));
        }
        if (found.values().stream().map(Known::organization).distinct().count() > 1) {
            throw new RefusedValueException(
                    "scope.organization", "", "the organisation whose unit " + unit + " is meant");
        }
        return found.keySet();
    }

    private static boolean isUnder(Known known, StatementScope scope) {
        return isOf(known, scope)
                && known.unit().size() >= scope.ou().size()
                && known.unit().subList(0, scope.ou().size()).equals(scope.ou());
    }

    private static ResourceKey key(String text) {
        try {
            return ResourceKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedValueException("scope.resources", text, "keys of resources");
        }
    }

    /** The team that owns the resource, empty for none. */
    private String team(String text, ResourceKey key, StatementScope scope, Control control) throws SQLException {
        Known known = everywhere.get(key.scope().account());
        Optional<String> owner = known == null || !isOf(known, scope) ? Optional.empty() : owner(key);
        if (owner.isEmpty() || !reached.covers(key.scope().account(), owner.get())) {
            throw new UnknownReferenceException("scope.resources", text, SEEN.formatted("key of a resource"));
        }
        if (!key.scope().type().equals(control.type())) {
            throw new RefusedValueException("scope.resources", text, "resources of type " + control.type());
        }
        return owner.get();
    }

    private static boolean isOf(Known known, StatementScope scope) {
        return scope.organization() == null || known.organization().equals(scope.organization());
    }

    private Optional<String> owner(ResourceKey key) throws SQLException {
        Scope scope = key.scope();
        return Rows.first(
                connection,
                RESOURCE,
                row -> row.getString("name"),
                scope.account(),
                scope.region(),
                scope.type(),
                key.rid());
    }
}
