package dev.demarc.assessment.verdict;

import dev.demarc.contracts.resource.ResourceKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a finding for good: the resource's key, a dot, the control's id. */
public record FindingId(ResourceKey resource, String control) {
    private static final Pattern TEXT = Pattern.compile("((?:[^.]+\\.){3}[0-9a-f]{16})\\.(.+)");

    /** Empty where the text is no finding's id. */
    public static Optional<FindingId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FindingId(ResourceKey.parse(matcher.group(1)), matcher.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return resource + "." + control;
    }
}
