package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeFileTest {
    @Test
    void namesWhatPassesByThePathOfItsParent() {
        TypeFile file = new TypeFile(Map.of("configuration.endpoint", List.of("address", "port")), Map.of(), Map.of());

        assertThat(file.passing()).containsExactly("configuration.endpoint.address", "configuration.endpoint.port");
    }

    @Test
    void refusesATreatmentThatThereIsNotAndSaysWhichThereAre() {
        assertThatThrownBy(() -> TypeFile.read("{\"treat\": {\"configuration.a\": \"encrypt\"}}"))
                .hasMessageContaining("treatment is 'encrypt'")
                .hasMessageContaining("names-only");
    }

    @Test
    void refusesAMemberThatNobodyReads() {
        assertThatThrownBy(() -> TypeFile.read("{\"keep\": {}}")).hasMessageContaining("keep");
    }
}
