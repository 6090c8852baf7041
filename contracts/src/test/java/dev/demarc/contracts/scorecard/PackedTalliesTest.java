package dev.demarc.contracts.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackedTalliesTest {
    @Property
    void keepsEveryTally(@ForAll("tallies") List<Tally> tallies) {
        assertThat(PackedTallies.pack(tallies).unpack()).isEqualTo(tallies);
    }

    @Provide
    Arbitrary<List<Tally>> tallies() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, Long.MAX_VALUE);
        Arbitrary<Counts> counts =
                Combinators.combine(count, count, count, count, count).as(Counts::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.of(Party.class),
                        Arbitraries.of("", "payments", "platform"),
                        counts)
                .as(Tally::new)
                .list();
    }
}
