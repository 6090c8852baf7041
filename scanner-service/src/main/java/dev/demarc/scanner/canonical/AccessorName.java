package dev.demarc.scanner.canonical;

import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;

/**
 * The name of a member as the accessors of the AWS SDK for Java v2 have it: a leading run of capitals is lowered up to
 * the capital that begins the next word ({@code DBInstanceIdentifier} is {@code dbInstanceIdentifier}), and what Java
 * reserves, and {@code equals}, gets {@code Value} behind it.
 */
final class AccessorName {
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "equals");

    private AccessorName() {}

    static String of(SdkField<?> field) {
        String memberName = field.memberName();
        return of(memberName == null ? field.locationName() : memberName);
    }

    static String of(String memberName) {
        String name = unCapitalized(memberName);
        return RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? name + "Value" : name;
    }

    private static String unCapitalized(String name) {
        int lowered = 1;
        while (lowered < name.length() && Character.isUpperCase(name.charAt(lowered)) && !beginsWord(name, lowered)) {
            lowered++;
        }
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }

    private static boolean beginsWord(String name, int at) {
        return at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    }
}
