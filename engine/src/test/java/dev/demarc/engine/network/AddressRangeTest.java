package dev.demarc.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
    @Test
    void joinsWhatTouches() {
        assertThat(AddressRange.union(List.of(range(20, 30), range(0, 10), range(10, 15), range(5, 8))))
                .containsExactly(range(0, 15), range(20, 30));
    }

    @Test
    void leavesWhatOthersDoNotCover() {
        assertThat(range(0, 100).without(List.of(range(10, 20), range(50, 60))))
                .containsExactly(range(0, 10), range(20, 50), range(60, 100));
        assertThat(range(0, 10).without(List.of(range(0, 10)))).isEmpty();
        assertThat(range(5, 10).without(List.of(range(0, 7)))).containsExactly(range(7, 10));
        assertThat(range(5, 10).without(List.of(range(20, 30)))).containsExactly(range(5, 10));
    }

    private static AddressRange range(long from, long to) {
        return new AddressRange(BigInteger.valueOf(from), BigInteger.valueOf(to));
    }
}
