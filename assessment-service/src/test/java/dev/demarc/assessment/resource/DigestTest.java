package dev.demarc.assessment.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void readsTheFormAndAllItsBits() {
        assertThat(Digest.parse(bytes("12:0123456789abcdefFEDCBA9876543210")))
                .contains(new Digest(12, 0x0123456789abcdefL, 0xfedcba9876543210L));
    }

    @Test
    void isEmptyForWhatIsNone() {
        assertThat(Digest.parse(bytes("1:abc"))).isEmpty();
        assertThat(Digest.parse(bytes("0:" + "0".repeat(32)))).isEmpty();
        assertThat(Digest.parse(bytes("x:" + "0".repeat(32)))).isEmpty();
        assertThat(Digest.parse(bytes("1:" + "g".repeat(32)))).isEmpty();
        assertThat(Digest.parse(bytes("1;" + "0".repeat(32)))).isEmpty();
    }

    @Test
    void whatWasRefusedEqualsNothingThatCanBeSent() {
        assertThat(Digest.parse(bytes(Digest.ofRefused(5).form() + ":" + "0".repeat(15) + "5" + "0".repeat(16))))
                .isEmpty();
    }

    @Test
    void saysWhatItTakes() {
        assertThatThrownBy(() -> Digest.of(bytes("sha256")))
                .hasMessage("digest is 'sha256'; accepted: version:32 hexadecimal digits");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
