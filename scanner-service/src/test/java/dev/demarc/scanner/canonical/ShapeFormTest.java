package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.s3.model.Bucket;

class ShapeFormTest {
    @Test
    void takesNamesInAnyCaseAndTimesInAnyNotation() {
        Map<String, Object> form = ShapeForm.of(
                Bucket.builder().build(), Map.of("Name", "b", "CREATIONDATE", "2026-01-01T02:00:00+02:00"));

        assertThat(form).isEqualTo(Map.of("name", "b", "creationDate", "2026-01-01T00:00:00Z"));
    }

    @Test
    void readsObjectsThatAreEncodedAsText() {
        Map<String, Object> form =
                ShapeForm.of(Instance.builder().build(), Map.of("state", "{\"Name\":\"running\",\"Code\":\"16\"}"));

        assertThat(form).isEqualTo(Map.of("state", Map.of("name", "running", "code", 16L)));
    }

    @Test
    void namesTheMemberThatIsOfAWrongType() {
        assertThatThrownBy(() -> ShapeForm.of(Instance.builder().build(), Map.of("state", List.of("hidden"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state is a list; accepted: an object");
    }

    @Test
    void leavesOutWhatTheShapeDoesNotKnow() {
        assertThat(ShapeForm.of(Bucket.builder().build(), Map.of("userData", "hidden")))
                .isEmpty();
    }
}
