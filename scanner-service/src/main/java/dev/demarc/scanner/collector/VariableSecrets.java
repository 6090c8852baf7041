package dev.demarc.scanner.collector;

import com.google.re2j.Pattern;
import dev.demarc.scanner.canonical.SecretText;
import java.util.Map;

/** Tells whether environment variables hold a secret itself; the address of one that is kept elsewhere is none. */
final class VariableSecrets {
    private static final Pattern ADDRESS =
            Pattern.compile("arn:.*|/.*|https?://[^@]*|\\{\\{resolve:.*|true|false|\\d*");

    private VariableSecrets() {}

    static boolean in(Map<String, String> variables) {
        return variables.entrySet().stream().anyMatch(variable -> in(variable.getKey(), variable.getValue()));
    }

    static boolean in(String name, String value) {
        return !ADDRESS.matcher(value).matches() && (SecretText.in(name + "=" + value) || SecretText.in(value));
    }
}
