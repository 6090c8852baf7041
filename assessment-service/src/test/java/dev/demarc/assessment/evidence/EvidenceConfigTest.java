package dev.demarc.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceConfigTest {
    @Test
    void keepsTenGigabytesInAllAndTwoOfAnOrganization() {
        EvidenceConfig config = with(Map.of());

        assertThat(config.mostMegabytes()).isEqualTo(10 * 1024);
        assertThat(config.mostMegabytesOfAnOrganization()).isEqualTo(2 * 1024);
        assertThat(config.mostMegabytesUnnamed()).isEqualTo(512);
        assertThat(config.unnamedFor()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesToEraseWhatIsStillBeingProposed() {
        EvidenceConfig config = with(Map.of("demarc.evidence.unnamed-for", "PT5S"));

        assertThatThrownBy(() -> new EvidenceQuota(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demarc.evidence.unnamed-for is PT5S; accepted: PT1M or more");
    }

    private static EvidenceConfig with(Map<String, String> deployed) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withSources(new PropertiesConfigSource(deployed, "deployed", 300))
                .withMapping(EvidenceConfig.class)
                .build()
                .getConfigMapping(EvidenceConfig.class);
    }
}
