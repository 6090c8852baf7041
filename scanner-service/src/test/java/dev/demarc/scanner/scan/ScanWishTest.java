package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.scanner.collector.AllCollectors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanWishTest {
    private final ScanWish.Check check = new ScanWish.Check(AllCollectors.make());

    @Test
    void isAllWhereNothingIsSaid() {
        assertThat(check.of(null)).isEqualTo(new ScanWish(List.of(), List.of(), List.of()));
    }

    @Test
    void countsAValueOnce() {
        assertThat(new ScanWish(List.of("111122223333", "111122223333"), List.of(), List.of()).accounts())
                .containsExactly("111122223333");
    }

    @Test
    void knowsTheRegionsOfAws() {
        ScanWish wish = new ScanWish(List.of(), List.of("global", "eu-central-1", "us-gov-west-1"), List.of());

        assertThat(check.of(wish)).isEqualTo(wish);
    }

    @Test
    void namesARegionThatAwsDoesNotHave() {
        refuses(
                new ScanWish(List.of(), List.of("eu-nowhere-1"), List.of()),
                "regions",
                "regions has 'eu-nowhere-1'; accepted: a region of AWS such as eu-central-1, or global");
    }

    @Test
    void namesATypeThatNoCollectorReads() {
        assertThatThrownBy(() -> check.of(new ScanWish(List.of(), List.of(), List.of("AWS::New::Thing"))))
                .hasMessageStartingWith("types has 'AWS::New::Thing'; accepted: AWS::::Account, ");
    }

    @Test
    void hasABound() {
        List<String> strangers = IntStream.range(0, 10_001)
                .mapToObj(i -> "%012d".formatted(777_000_000_000L + i))
                .toList();

        refuses(
                new ScanWish(strangers, List.of(), List.of()),
                "accounts",
                "accounts has 10001 values; accepted: at most 10000");
    }

    @Test
    void repeatsNoLongValue() {
        refuses(
                new ScanWish(List.of("1".repeat(1_000_000)), List.of(), List.of()),
                "accounts",
                "accounts has '" + "1".repeat(64) + "...'; accepted: 12 digits");
    }

    private void refuses(ScanWish wish, String field, String message) {
        assertThatThrownBy(() -> check.of(wish))
                .isInstanceOf(BadWishException.class)
                .hasMessage(message)
                .extracting("field")
                .isEqualTo(field);
    }
}
