package dev.demarc.scanner.aws;

import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why AWS did not answer, in words that stay the same from scan to scan: no request ids, nothing of the message.
 *
 * @param code AWS's own error code, empty where there was no answer at all
 */
public record AwsFault(Kind kind, String code, String reason) {
    /** What kind of fault it is. */
    public enum Kind {
        /** The caller may not. */
        DENIED,
        /** The region, service or account is switched off. */
        DISABLED,
        /** Too many calls, after all retries. */
        THROTTLED,
        /** The credentials are expired or invalid. */
        CREDENTIALS,
        /** What was asked about is not there. */
        ABSENT,
        /** The endpoint does not know the call. */
        UNSUPPORTED,
        /** Anything else. */
        OTHER
    }

    private static final Set<String> CREDENTIAL_CODES = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidAccessKeyId",
            "InvalidToken");
    private static final Set<String> DISABLED_CODES = Set.of(
            "OptInRequired",
            "SubscriptionRequiredException",
            "RegionDisabledException",
            "AccountSuspended",
            "NotSignedUp");
    private static final Set<String> UNSUPPORTED_CODES = Set.of(
            "InvalidAction", "UnknownOperationException", "NotImplemented", "UnsupportedOperation", "InternalFailure");
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;

    /** Whether the same call may succeed a little later, with nothing changed by anyone. */
    public boolean mayPass() {
        return switch (kind) {
            case THROTTLED, OTHER -> true;
            case DENIED, DISABLED, CREDENTIALS, ABSENT, UNSUPPORTED -> false;
        };
    }

    public static AwsFault of(SdkException exception) {
        return exception instanceof AwsServiceException service ? ofAnswer(service) : ofSilence(exception);
    }

    private static AwsFault ofAnswer(AwsServiceException exception) {
        AwsErrorDetails details = exception.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        String message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        if (exception.isThrottlingException()) {
            return new AwsFault(Kind.THROTTLED, code, "throttled by AWS after all retries");
        }
        if (CREDENTIAL_CODES.contains(code)) {
            return new AwsFault(Kind.CREDENTIALS, code, "the credentials are expired or not valid (" + code + ")");
        }
        if (DISABLED_CODES.contains(code)) {
            return new AwsFault(Kind.DISABLED, code, "switched off for this account (" + code + ")");
        }
        if (exception.statusCode() == NOT_IMPLEMENTED || UNSUPPORTED_CODES.contains(code)) {
            return new AwsFault(Kind.UNSUPPORTED, code, "the endpoint does not offer this call");
        }
        if (isDenial(code, exception.statusCode())) {
            return new AwsFault(Kind.DENIED, code, "access denied" + by(message));
        }
        if (exception.statusCode() == NOT_FOUND || code.startsWith("NoSuch") || code.endsWith(".NotFound")) {
            return code.isEmpty()
                    ? new AwsFault(Kind.UNSUPPORTED, code, "the endpoint does not offer this call")
                    : new AwsFault(Kind.ABSENT, code, "not found (" + code + ")");
        }
        return new AwsFault(Kind.OTHER, code, "AWS answered " + (code.isEmpty() ? exception.statusCode() : code));
    }

    private static boolean isDenial(String code, int status) {
        return code.startsWith("AccessDenied") || code.startsWith("Unauthorized") || status == FORBIDDEN;
    }

    private static String by(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("service control policy")) {
            return " by a service control policy";
        }
        if (text.contains("resource control policy")) {
            return " by a resource control policy";
        }
        if (text.contains("permissions boundary")) {
            return " by a permissions boundary";
        }
        return text.contains("resource-based policy") ? " by a resource policy" : "";
    }

    private static AwsFault ofSilence(SdkException exception) {
        String text = String.valueOf(exception.getMessage());
        if (text.contains("Unable to load credentials") || text.contains("credentials from any of the providers")) {
            return new AwsFault(Kind.CREDENTIALS, "", "no AWS credentials were found by the default chain");
        }
        return new AwsFault(
                Kind.OTHER,
                "",
                "no usable answer (" + root(exception).getClass().getSimpleName() + ")");
    }

    private static Throwable root(Throwable exception) {
        Throwable root = exception;
        for (Throwable cause = root.getCause(); cause != null && cause != root; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
