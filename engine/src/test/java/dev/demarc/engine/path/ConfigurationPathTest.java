package dev.demarc.engine.path;

import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.path.Evidence.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationPathTest {
    private static final ResourceConfiguration ITEM = aBucket()
            .configuration("""
                    {'name':'one','none':null,'rules':[{'port':22},{'port':80},{}],'nested':{'deep':true}}
                    """)
            .tags(Map.of("aws:cloudformation:stack-name", "web", "a b.c", "odd"))
            .unread("supplementaryConfiguration.bucketPolicy", "access denied", "s3:GetBucketPolicy")
            .build();

    @Test
    void readsWhatStandsThere() {
        assertThat(read("configuration.name").state()).isEqualTo(State.READ);
        assertThat(read("configuration.name").value()).isEqualTo("one");
        assertThat(read("configuration.nested.deep").value()).isEqualTo(true);
        assertThat(read("tags.aws:cloudformation:stack-name").value()).isEqualTo("web");
        assertThat(read("tags[\"a b.c\"]").value()).isEqualTo("odd");
    }

    @Test
    void readsThroughLists() {
        assertThat(read("configuration.rules[].port").state()).isEqualTo(State.READ);
        assertThat(read("configuration.rules[].port").value()).isEqualTo(List.of(22L, 80L));
    }

    @Test
    void tellsNoneFromAbsentFromUnread() {
        assertThat(read("configuration.none").state()).isEqualTo(State.NONE);
        assertThat(read("configuration.none.deeper").state()).isEqualTo(State.NONE);
        assertThat(read("configuration.absent").state()).isEqualTo(State.ABSENT);
        assertThat(read("configuration.name.deeper").state()).isEqualTo(State.ABSENT);
        assertThat(read("elsewhere.name").state()).isEqualTo(State.ABSENT);
        assertThat(read("supplementaryConfiguration.bucketPolicy.statement").state())
                .isEqualTo(State.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration",
                "configuration.a.b",
                "configuration.rules[].ports[].from",
                "configuration.*.name",
                "tags[\"a b.\\\"c\\\"\"]",
                "tags[\"*\"]"
            })
    void writesWhatItParsed(String text) {
        assertThat(ConfigurationPath.parse(ConfigurationPath.parse(text).toString()))
                .isEqualTo(ConfigurationPath.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a..b", "a.", ".a b", "a[b]", "a[\"b]", "a b"})
    void refusesWhatIsNoPath(String text) {
        assertThatThrownBy(() -> ConfigurationPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("configuration path");
    }

    @ParameterizedTest
    @CsvSource({
        "configuration, configuration.a, true",
        "configuration.a, configuration.a, true",
        "configuration.a, configuration, false",
        "configuration.a, configuration.ab, false",
        "configuration.rules[], configuration.rules[].port, true",
        "configuration.rules[3].port, configuration.rules[].port, true",
        "configuration.*, configuration.a.b, true",
        "configuration.a.b, configuration.*.b, true"
    })
    void leadsToWhatIsBelow(String path, String other, boolean covers) {
        assertThat(ConfigurationPath.parse(path).covers(ConfigurationPath.parse(other)))
                .isEqualTo(covers);
    }

    private static Evidence read(String path) {
        return ConfigurationPath.parse(path).read(ITEM);
    }
}
