package dev.demarc.scanner.canonical;

import com.google.re2j.Pattern;

/** Members in which people write what they like, or which hold what lets somebody in. */
final class FreeText {
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:^|[a-z.])(?:description|comment|message|reason|text|body|content|note|title|value|data|command|argument|option"
                    + "|variable|label|header|query|querystring|parameter|setting|password|secret|token|credential|user"
                    + "|username|login|mail|phone|displayname|owner|seed|certificate|publickey|url)s?$");

    private FreeText() {}

    /** Whether a path, by the name of its last member, leads to such text. */
    static boolean isAt(String path) {
        return NAME.matcher(path).find();
    }
}
