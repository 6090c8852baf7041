package dev.demarc.contracts;

import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem, sent as {@code application/problem+json}.
 *
 * @param type a URI reference that names the kind of problem, such as {@code /problems/bad-request}
 * @param detail what is wrong here: the place, the value, what is accepted
 * @param field the parameter or member that is wrong, where one is
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
