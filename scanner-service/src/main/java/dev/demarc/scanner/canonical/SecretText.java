package dev.demarc.scanner.canonical;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether free text holds what looks like a secret: keys, tokens, passwords that are assigned. */
public final class SecretText {
    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile("\\b(?:ghp|gho|ghs|ghu)_[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}"),
            Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@]+:[^/\\s@]+@"),
            Pattern.compile(
                    "(?i)(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|credential)[\"']?\\w{0,16}\\s*[=:]\\s*[\"']?[^\\s\"'$]{4,}"));

    private SecretText() {}

    public static boolean in(String text) {
        return SIGNS.stream().anyMatch(sign -> sign.matcher(text).find());
    }
}
