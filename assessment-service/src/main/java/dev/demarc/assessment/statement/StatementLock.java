package dev.demarc.assessment.statement;

/**
 * Keeps acts and judging apart: whoever judges holds it shared until its transaction ends, an act holds it alone. So an
 * act finds every scope that was judged without it, and nobody judges without an act that has queued its scopes.
 */
public final class StatementLock {
    private static final String KEY = "7161";

    /** Part of a select list. */
    public static final String SHARED = "pg_advisory_xact_lock_shared(" + KEY + ")";

    static final String ALONE = "SELECT pg_advisory_xact_lock(" + KEY + ")";

    private StatementLock() {}
}
