package dev.demarc.assessment.problem;

import java.sql.SQLException;

/** A statement of a read took longer than it may; it would again. */
public final class ReadTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadTooLongException(SQLException cause) {
        super("The answer takes too long to find; ask for less: one account, one team, or a shorter time", cause);
    }
}
