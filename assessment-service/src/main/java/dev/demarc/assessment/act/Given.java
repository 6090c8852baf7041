package dev.demarc.assessment.act;

import dev.demarc.contracts.access.Person;
import dev.demarc.shell.problem.RefusedValueException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people write into their acts; pure. */
public final class Given {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PROSE = 10_000;
    private static final UUID OF_NOTHING = new UUID(0, 0);

    private Given() {}

    /** @throws RefusedValueException where it is blank or too long */
    public static String name(String field, @Nullable String value) {
        return text(field, value, LONGEST_NAME);
    }

    /** @throws RefusedValueException where it is blank or too long */
    public static String prose(String field, @Nullable String value) {
        return text(field, value, LONGEST_PROSE);
    }

    /**
     * Whoever acts, under the name that they gave where nobody has proven who they are.
     *
     * @throws RefusedValueException where that name is missing, or another than the proven one
     */
    public static Person person(String field, @Nullable String stated, Person who) {
        if (who.id() == null) {
            return new Person(null, name(field, stated));
        }
        if (stated != null && !stated.isBlank() && !stated.strip().equals(who.name())) {
            throw new RefusedValueException(field, stated, "absent, or who you are, " + who.name());
        }
        return who;
    }

    /** Null where it is blank. */
    public static @Nullable String proseIfAny(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : prose(field, value);
    }

    /** What is no id is the id of nothing. */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return OF_NOTHING;
        }
    }

    private static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            String shown = value == null || value.isBlank() ? "" : value.length() + " characters";
            throw new RefusedValueException(
                    field, shown, "text that is not blank, of at most %d characters".formatted(longest));
        }
        return value.strip();
    }
}
