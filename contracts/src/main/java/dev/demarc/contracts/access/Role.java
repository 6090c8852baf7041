package dev.demarc.contracts.access;

/** What somebody may do with what a grant reaches; each role sees all of it. */
public enum Role {
    /** Sees, and does nothing. */
    VIEWER,
    /** Proposes attestations, waivers and declarations, and withdraws them. */
    OWNER,
    /** Approves and rejects what others propose. */
    APPROVER,
    /** Reads evidence files and the log of what people did, and takes packages out. */
    AUDITOR,
    /** Starts scans, replays dead letters, recounts. */
    OPERATOR,
    /** Changes the catalog, its parameters, grants and keys. */
    ADMINISTRATOR
}
