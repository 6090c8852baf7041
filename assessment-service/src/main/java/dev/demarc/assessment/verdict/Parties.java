package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Party;

/** The numbers that storage calls parties. */
public final class Parties {
    private Parties() {}

    public static int code(Party party) {
        return switch (party) {
            case AWS -> 0;
            case SHARED -> 1;
            case CUSTOMER -> 2;
        };
    }

    public static Party of(int code) {
        return switch (code) {
            case 0 -> Party.AWS;
            case 1 -> Party.SHARED;
            case 2 -> Party.CUSTOMER;
            default -> throw new IllegalArgumentException("party code is %d; accepted: 0 to 2".formatted(code));
        };
    }
}
