package dev.demarc.assessment.proposal;

/** How the store tells where a statement stands now. */
final class StatementState {
    /** The tables beside {@code statement s}. */
    static final String JOINS = """
            LEFT JOIN statement_decision d ON d.statement = s.id
            LEFT JOIN statement_withdrawal w ON w.statement = s.id
            """;

    /** Takes one parameter, now. */
    static final String SQL = """
            CASE WHEN NOT d.approved THEN 'REJECTED'
                 WHEN w.at IS NOT NULL THEN 'WITHDRAWN'
                 WHEN d.approved AND NOT EXISTS (
                     SELECT 1 FROM statement_account a LEFT JOIN statement_revocation r USING (statement, account)
                     WHERE a.statement = s.id AND r.at IS NULL) THEN 'REVOKED'
                 WHEN s.expires_at <= ? THEN 'EXPIRED'
                 WHEN d.approved THEN 'ACTIVE'
                 ELSE 'PROPOSED' END
            """;

    private StatementState() {}
}
