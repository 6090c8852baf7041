package dev.demarc.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.api.StatementView;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.scan.Account;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.statement.AccountStatements;
import dev.demarc.engine.statement.ApprovedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What people state of the sample's accounts as the API shows it, laid over what the configurations say. */
record Stated(Map<String, AccountStatements> byAccount) {
    static Stated of(Demarc demarc) {
        List<Account> accounts = new ArrayList<>();
        for (JsonNode view :
                demarc.get("/api/v1/accounts?organization=sample&limit=100").path("items")) {
            accounts.add(Json.MAPPER.convertValue(view.path("account"), Account.class));
        }
        Map<String, List<ApprovedStatement>> statements = new HashMap<>();
        for (StatementKind kind : StatementKind.values()) {
            String path = "/api/v1/%ss?limit=200".formatted(kind.name().toLowerCase(Locale.ROOT));
            for (JsonNode item : demarc.get(path).path("items")) {
                StatementView view = Json.MAPPER.convertValue(item, StatementView.class);
                accounts.stream().filter(account -> holds(view, account)).forEach(account -> statements
                        .computeIfAbsent(account.id(), id -> new ArrayList<>())
                        .add(approved(view)));
            }
        }
        return new Stated(statements.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> AccountStatements.of(each.getValue()))));
    }

    List<ControlVerdict> effective(List<ControlVerdict> verdicts, ResourceConfiguration item, Instant now) {
        return byAccount
                .getOrDefault(item.accountId(), AccountStatements.NONE)
                .effective(verdicts, item.key(), now)
                .verdicts();
    }

    private static boolean holds(StatementView view, Account account) {
        StatementScope scope = view.scope();
        boolean named = scope.accounts().contains(account.id());
        boolean below = !scope.ou().isEmpty()
                && account.ouPath().size() >= scope.ou().size()
                && account.ouPath().subList(0, scope.ou().size()).equals(scope.ou());
        boolean owns = scope.resources().stream().anyMatch(key -> key.startsWith(account.id() + "."));
        return view.state() == StatementView.State.ACTIVE
                && view.revocations().stream().noneMatch(each -> each.account().equals(account.id()))
                && (named || below || owns);
    }

    private static ApprovedStatement approved(StatementView view) {
        Set<ResourceKey> resources =
                view.scope().resources().stream().map(ResourceKey::parse).collect(Collectors.toSet());
        return new ApprovedStatement(
                view.id(),
                view.kind(),
                view.control(),
                resources,
                Objects.requireNonNullElseGet(view.validFrom(), () -> Objects.requireNonNull(view.decidedAt())),
                view.expiresAt(),
                ApprovedStatement.Ending.EXPIRED,
                null);
    }
}
