package dev.demarc.assessment.past;

import dev.demarc.assessment.past.PastStore.ScopeThen;
import dev.demarc.contracts.scan.Account;
import dev.demarc.engine.Judge;
import dev.demarc.engine.statement.AccountStatements;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An account as of an instant, without its resources: by which catalog, in which scopes, with which statements. */
public final class PastAccount {
    private final Instant at;
    private final Judge judge;
    private final Account account;
    private final NavigableMap<Integer, ScopeThen> scopes;
    private final AccountStatements statements;

    PastAccount(
            Instant at,
            Judge judge,
            Account account,
            NavigableMap<Integer, ScopeThen> scopes,
            AccountStatements statements) {
        this.at = at;
        this.judge = judge;
        this.account = account;
        this.scopes = Collections.unmodifiableNavigableMap(new TreeMap<>(scopes));
        this.statements = statements;
    }

    public Instant at() {
        return at;
    }

    /** By the catalog revision that was in force. */
    public Judge judge() {
        return judge;
    }

    Account account() {
        return account;
    }

    /** By their numbers. */
    NavigableMap<Integer, ScopeThen> scopes() {
        return scopes;
    }

    AccountStatements statements() {
        return statements;
    }
}
