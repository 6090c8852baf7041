package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UserDataTest {
    @Test
    void findsASecretThatIsAssigned() {
        assertThat(UserData.hasSecret(
                        base64("#!/bin/sh\nexport DB_PASSWORD=hunter22\n".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @Test
    void findsASecretInPackedUserData() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("aws_key: AKIAIOSFODNN7EXAMPLE".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(UserData.hasSecret(base64(packed.toByteArray()))).isTrue();
    }

    @Test
    void passesAPlainScript() {
        assertThat(UserData.hasSecret(base64("#!/bin/sh\nyum update -y\n".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void refusesPackedUserDataThatIsDamaged() {
        byte[] damaged = {0x1f, (byte) 0x8b, 1, 2};

        assertThatThrownBy(() -> UserData.hasSecret(base64(damaged))).hasMessage("the user data is packed and damaged");
    }

    @Test
    void saysNothingOfUserDataThatUnpacksBeyondAnyScript() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1 << 20]);
        }

        assertThatThrownBy(() -> UserData.hasSecret(base64(packed.toByteArray())))
                .hasMessage("the user data is larger than 256 KiB once unpacked; accepted: less");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
