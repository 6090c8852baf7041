package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsFaultTest {
    @ParameterizedTest
    @CsvSource({
        "400, TooManyRequestsException, THROTTLED, true",
        "400, ThrottlingException, THROTTLED, true",
        "503, ServiceUnavailable, OTHER, true",
        "500, '', OTHER, true",
        "403, AccessDeniedException, DENIED, false",
        "403, '', DENIED, false",
        "400, ExpiredTokenException, CREDENTIALS, false",
        "403, InvalidClientTokenId, CREDENTIALS, false",
        "400, OptInRequired, DISABLED, false",
        "404, NoSuchBucket, ABSENT, false",
        "501, '', UNSUPPORTED, false"
    })
    void tellsWhatMayPassFromWhatSomebodyMustMend(int status, String code, AwsFault.Kind kind, boolean mayPass) {
        AwsFault fault = AwsFault.of(answer(status, code, "a message with RequestId 4711"));

        assertThat(fault).returns(kind, AwsFault::kind).returns(mayPass, AwsFault::mayPass);
        assertThat(fault.reason()).doesNotContain("4711");
    }

    @Test
    void saysWhichPolicyDenied() {
        assertThat(AwsFault.of(answer(
                                403,
                                "AccessDenied",
                                "not authorized with an explicit deny in a service control policy"))
                        .reason())
                .isEqualTo("access denied by a service control policy");
    }

    @Test
    void saysThatThereAreNoCredentials() {
        assertThat(AwsFault.of(SdkClientException.create("Unable to load credentials from any of the providers"))
                        .reason())
                .isEqualTo("no AWS credentials were found by the default chain");
    }

    private static AwsServiceException answer(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
