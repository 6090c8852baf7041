package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
    /** Each sign's start over and over: what a pattern that looks back takes hours for. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "-eyJAAAAAAAAAAA", "token", "://a", "--token ", "sk_live_", "password ", "-u a"})
    void takesTimeInProportionToTheText(String unit) {
        String text = unit.repeat(SecretText.MOST_CHARACTERS / unit.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SecretText.inCommand(text));
    }

    @Test
    void countsTextThatIsTooLongToLookThroughAsASecret() {
        assertThat(SecretText.in(" ".repeat(SecretText.MOST_CHARACTERS))).isFalse();
        assertThat(SecretText.in(" ".repeat(SecretText.MOST_CHARACTERS + 1))).isTrue();
    }

    /** Put together here, so that nobody who searches the code for secrets finds one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIA|IOSFODNN7EXAMPLE",
                "-----BEGIN RSA |PRIVATE KEY-----",
                "ghp|_0123456789abcdefghijABCDEFGHIJ012345",
                "github|_pat_0123456789abcdefghij_ABCDEFGHIJ",
                "glpat|-0123456789abcdefghij",
                "ATBB|0123456789abcdefghij",
                "xoxb|-0123456789-abcdefghij",
                "https://hooks.slack|.com/services/T000/B000/XXXX",
                "sk|_live_0123456789abcdef",
                "rk|_test_0123456789abcdef",
                "whsec|_0123456789abcdef",
                "sq0|csp-0123456789abcdefghij",
                "shpat|_0123456789abcdef0123456789abcdef",
                "AIza|SyA0123456789abcdefghijABCDEFGHIJ01",
                "npm|_0123456789abcdefghijABCDEFGHIJ012345",
                "pypi|-AgEIcHlwaS5vcmcabcdef",
                "dckr|_pat_0123456789abcdefghij",
                "dop|_v1_0123456789abcdef0123456789abcdef0123456789abcdef",
                "hvs|.0123456789abcdefghijklmn",
                "hf|_0123456789abcdefghijABCDEFGHIJ",
                "sk|-proj-0123456789abcdef0123456789abcdef",
                "SG|.0123456789abcdefgh.0123456789abcdefgh",
                "eyJ|hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x",
                "postgres://ada:|hunter22@db.example.com/shop",
                "redis://:|hunter22@cache.example.com",
                "Authorization: Bearer |0123456789abcdef",
                "DB_PASSWORD=|hunter22",
                "{\"apiKey\": \"|hunter22\"}",
                "mysql --password |hunter22",
                "tool --client-secret '|hunter22'"
            })
    void knowsTheSecretsOfUsualServices(String parts) {
        assertThat(SecretText.in(parts.replace("|", ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keeps the token service's tables",
                "password=$DB_PASSWORD",
                "mysql --password $DB_PASSWORD",
                "https://example.com:8443/path",
                "sk-learn, key-value and test_live_data"
            })
    void passesWhatOnlySpeaksOfSecrets(String text) {
        assertThat(SecretText.in(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl -u ada:hunter22 https://example.com", "curl --user ada:h", "x --user=ada:hunter22"})
    void takesAPairBehindAUserFlagOfACommandForALogin(String arguments) {
        assertThat(SecretText.inCommand(arguments)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker run -u 1000:1000 nginx", "sudo -u app start", "java -jar app.jar --port 8080"})
    void passesTheUserThatACommandRunsAs(String arguments) {
        assertThat(SecretText.inCommand(arguments)).isFalse();
    }
}
