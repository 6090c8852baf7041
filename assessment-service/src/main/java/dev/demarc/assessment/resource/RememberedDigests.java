package dev.demarc.assessment.resource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is stored in the scopes of a partition, in memory: rids and digests, 8 bytes each plus slack. Exact for the
 * scopes that it has learned; forgotten whole when a transaction fails or when it has grown past its limit.
 */
public final class RememberedDigests {
    private final int limit;
    private LongSet rids = new LongSet();
    private LongSet marks = new LongSet();
    private Set<Integer> scopes = new HashSet<>();

    public RememberedDigests(int limit) {
        this.limit = limit;
    }

    public void forget() {
        rids = new LongSet();
        marks = new LongSet();
        scopes = new HashSet<>();
    }

    /** Forgets where it has grown past its limit; only between transactions. */
    public void trim() {
        if (rids.size() > limit) {
            forget();
        }
    }

    /** Reads the scopes that are not known yet; afterwards every scope named is. */
    public void learn(Connection connection, Collection<Integer> wanted) throws SQLException {
        List<Integer> missing =
                wanted.stream().filter(scope -> !scopes.contains(scope)).toList();
        if (!missing.isEmpty()) {
            ResourceReader.digests(
                    connection, missing.stream().mapToInt(Integer::intValue).toArray(), this::add);
            scopes.addAll(missing);
        }
    }

    public boolean isStored(Digest digest) {
        return marks.contains(digest.mark());
    }

    public boolean isStored(long rid) {
        return rids.contains(rid);
    }

    public void add(long rid, Digest digest) {
        rids.add(rid);
        marks.add(digest.mark());
    }

    public void replace(Digest before, Digest after) {
        marks.remove(before.mark());
        marks.add(after.mark());
    }

    public void remove(long rid, Digest digest) {
        rids.remove(rid);
        marks.remove(digest.mark());
    }

    public int size() {
        return rids.size();
    }
}
