package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialReportTest {
    private static final String CSV = """
            user,arn,password_enabled,password_last_used,mfa_active,access_key_1_last_rotated,access_key_1_last_used_service
            <root_account>,arn:aws:iam::111122223333:root,not_supported,2026-01-02T03:04:05+00:00,true,N/A,N/A
            alice,arn:aws:iam::111122223333:user/alice,true,no_information,false,2025-01-02T03:04:05+00:00,s3
            """;

    @Test
    void writesNullForWhatAwsDoesNotSayAndTimesAsRfc3339() {
        CredentialReport report = CredentialReport.parse(CSV, "2026-03-01T00:00:00Z");

        Map<String, Object> alice = report.user("alice");

        assertThat(alice)
                .containsEntry("passwordEnabled", true)
                .containsEntry("passwordLastUsed", null)
                .containsEntry("mfaActive", false)
                .containsEntry("accessKey1LastRotated", "2025-01-02T03:04:05Z")
                .containsEntry("accessKey1LastUsedService", "s3")
                .containsEntry("generatedTime", "2026-03-01T00:00:00Z")
                .doesNotContainKeys("user", "arn");
    }

    @Test
    void keepsTheRootUserApart() {
        CredentialReport report = CredentialReport.parse(CSV, "2026-03-01T00:00:00Z");

        assertThat(report.root()).containsEntry("passwordEnabled", null).containsEntry("mfaActive", true);
        assertThat(report.user("nobody")).isNull();
    }
}
