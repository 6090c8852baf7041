package dev.demarc.contracts.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"AWS::S3::Bucket", "AWS::::Account", "AWS::ElasticLoadBalancingV2::LoadBalancer"})
    void standsInAUrlAndIsReadBack(String type) {
        ResourceKey key = ResourceKey.of(new Scope("111122223333", "us-gov-west-1", type), "a/b c");

        assertThat(key.toString()).matches("[A-Za-z0-9.-]+");
        assertThat(ResourceKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void tellsTheSameIdInTwoRegionsApart() {
        ResourceKey frankfurt = ResourceKey.of(new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket"), "a");
        ResourceKey dublin = ResourceKey.of(new Scope("111122223333", "eu-west-1", "AWS::S3::Bucket"), "a");

        assertThat(frankfurt.rid()).isNotEqualTo(dublin.rid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.2.3.4", "111122223333.eu-central-1.AWS-S3-Bucket.xyz", "../../etc/passwd"})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> ResourceKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
