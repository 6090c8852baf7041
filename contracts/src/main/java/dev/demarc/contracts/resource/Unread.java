package dev.demarc.contracts.resource;

import dev.demarc.contracts.Require;
import org.jspecify.annotations.Nullable;

/**
 * A path of a resource that could not be read, such as {@code supplementaryConfiguration.bucketPolicy}.
 *
 * @param permission the IAM action that would mend it, such as {@code s3:GetBucketPolicy}; null where it is no matter
 *     of permission
 */
public record Unread(String path, String reason, @Nullable String permission) {
    public Unread {
        Require.text(path, "unread path");
        Require.text(reason, "unread reason");
    }
}
