package dev.demarc.assessment.bus;

import java.sql.SQLException;

/** Tells what the database refuses because of what a record says, which no waiting mends, from its faults. */
public final class Refusal {
    private Refusal() {}

    /** 22 data exception, 23 constraint violation, 54 more than it can hold. */
    public static boolean is(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }
}
