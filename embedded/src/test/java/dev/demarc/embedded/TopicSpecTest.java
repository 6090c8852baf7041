package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSpecTest {
    @Test
    void readsSeveralTopicsFromOneLine() {
        var topics = TopicSpec.parse("demarc.catalog:1:compact, demarc.resources:8");

        assertThat(topics)
                .containsExactly(TopicSpec.compacted("demarc.catalog", 1), new TopicSpec("demarc.resources", 8));
    }

    @Test
    void readsNoTopicsFromAnEmptyLine() {
        assertThat(TopicSpec.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demarc.catalog", "demarc.catalog:many", "demarc.catalog:1:keep", "demarc.catalog:0", ":1"})
    void refusesWhatItCannotRead(String line) {
        assertThatThrownBy(() -> TopicSpec.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
