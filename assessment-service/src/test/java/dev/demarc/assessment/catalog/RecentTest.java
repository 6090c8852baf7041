package dev.demarc.assessment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void forgetsWhatWasAskedForLongestAgo() {
        Recent<Integer, String> recent = new Recent<>(2);
        recent.put(1, "one");
        recent.put(2, "two");

        assertThat(recent.get(1)).contains("one");
        recent.put(3, "three");

        assertThat(recent.get(2)).isEmpty();
        assertThat(recent.get(1)).contains("one");
        assertThat(recent.get(3)).contains("three");
    }

    @Test
    void remembersAtLeastSomething() {
        assertThatThrownBy(() -> new Recent<>(0)).hasMessage("most that is remembered is 0; accepted: at least 1");
    }
}
