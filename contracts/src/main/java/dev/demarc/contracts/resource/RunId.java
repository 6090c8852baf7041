package dev.demarc.contracts.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Require;
import java.util.regex.Pattern;

/** One reading of a scope: the scan and the attempt, counted from 1; written {@code scan#attempt}. */
public record RunId(String scan, int attempt) {
    private static final Pattern SCAN = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    public RunId {
        Require.matching(SCAN, scan, "scan", "1 to 100 letters, digits and any of . _ : -");
        Require.atLeast(1, attempt, "attempt");
    }

    @JsonCreator
    public static RunId parse(String text) {
        int hash = text.lastIndexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("run is '%s'; accepted: scan#attempt".formatted(text));
        }
        return new RunId(text.substring(0, hash), Integer.parseInt(text.substring(hash + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return scan + '#' + attempt;
    }
}
