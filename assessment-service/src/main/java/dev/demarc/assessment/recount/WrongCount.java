package dev.demarc.assessment.recount;

/**
 * A count beside the tallies that does not equal what it counts.
 *
 * @param count which, such as {@code Owned[scope=7, team=2]}
 * @param stored what it says
 * @param counted what the resources, or the moves, say
 */
public record WrongCount(String count, long stored, long counted) {}
