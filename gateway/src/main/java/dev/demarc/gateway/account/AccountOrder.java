package dev.demarc.gateway.account;

import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.shell.problem.RefusedValueException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order of accounts: by one key, rising or falling, what has none last; then by id. */
record AccountOrder(Key key, boolean falling) {
    /** What accounts are ordered by. */
    enum Key {
        ID,
        NAME,
        SCORE,
        GRADE,
        FAILING;

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where an account stands in an order. */
    record Position(double number, String text, String id) {}

    private static final double LAST = Double.MAX_VALUE;

    /** Reads a key's name, with a minus sign before it for the falling order; by id where there is none. */
    static AccountOrder parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new AccountOrder(Key.ID, false);
        }
        boolean falling = text.startsWith("-");
        String name = falling ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.text().equals(name))
                .findFirst()
                .map(key -> new AccountOrder(key, falling))
                .orElseThrow(() -> RefusedValueException.oneOf("sort", text, accepted()));
    }

    String text() {
        return (falling ? "-" : "") + key.text();
    }

    Comparator<Position> comparator() {
        Comparator<Position> byText = Comparator.comparing(Position::text);
        return Comparator.comparingDouble(Position::number)
                .thenComparing(falling ? byText.reversed() : byText)
                .thenComparing(Position::id);
    }

    Position position(KnownAccount known) {
        String id = known.account().id();
        Double number = number(known.scorecard());
        return switch (key) {
            case ID -> new Position(0, id, id);
            case NAME -> new Position(0, known.account().name(), id);
            case SCORE, GRADE, FAILING -> new Position(number == null ? LAST : falling ? -number : number, "", id);
        };
    }

    private @Nullable Double number(@Nullable Scorecard scorecard) {
        if (scorecard == null) {
            return null;
        }
        return switch (key) {
            case ID, NAME -> null;
            case SCORE -> scorecard.overall().value();
            case GRADE -> stepsBelowBest(scorecard.grade());
            case FAILING -> (double) scorecard.overall().counts().fail();
        };
    }

    private static @Nullable Double stepsBelowBest(@Nullable Grade grade) {
        return grade == null ? null : (double) grade.compareTo(Grade.A);
    }

    private static List<String> accepted() {
        return Stream.of(Key.values())
                .flatMap(key -> Stream.of(key.text(), "-" + key.text()))
                .toList();
    }
}
