package dev.demarc.assessment.resource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is stored in the scopes of a partition, in memory: each resource's digest, 24 bytes with its rid, plus slack.
 * Exact for the scopes that it has learned. Where it has grown past its limit it forgets the scopes that were asked
 * about longest ago; all of them when a transaction fails.
 */
public final class RememberedDigests {
    private final int limit;
    private final Map<Integer, ScopeDigests> scopes = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    public RememberedDigests(int limit) {
        this.limit = limit;
    }

    public void forget() {
        scopes.clear();
        size = 0;
    }

    /** Forgets scopes until it is within its limit, all but the one asked about last; only between transactions. */
    public void trim() {
        Iterator<ScopeDigests> eldest = scopes.values().iterator();
        while (size > limit && scopes.size() > 1) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }

    /** Reads the scopes that are not known yet; afterwards every scope named is. */
    public void learn(Connection connection, Collection<Integer> wanted) throws SQLException {
        List<Integer> missing =
                wanted.stream().filter(scope -> !scopes.containsKey(scope)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(scope -> scopes.put(scope, new ScopeDigests()));
            ResourceReader.digests(
                    connection, missing.stream().mapToInt(Integer::intValue).toArray(), this::put);
        }
    }

    /** Whether just this is stored of the resource; of a scope that was not learned nothing is known to be. */
    public boolean isStored(int scope, long rid, Digest digest) {
        ScopeDigests digests = scopes.get(scope);
        return digests != null && digests.holds(rid, digest);
    }

    public boolean isStored(int scope, long rid) {
        ScopeDigests digests = scopes.get(scope);
        return digests != null && digests.holds(rid);
    }

    public void put(int scope, long rid, Digest digest) {
        size += learned(scope).put(rid, digest) ? 1 : 0;
    }

    public void remove(int scope, long rid) {
        size -= learned(scope).remove(rid) ? 1 : 0;
    }

    /** The rids that are stored in a learned scope and not among those given, ascending. */
    public long[] without(int scope, long[] sorted) {
        return learned(scope).without(sorted);
    }

    public long size() {
        return size;
    }

    private ScopeDigests learned(int scope) {
        return Objects.requireNonNull(scopes.get(scope), () -> "digests of scope %d were not learned".formatted(scope));
    }
}
