package dev.demarc.assessment.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ScopeDigestsProperties {
    @Property(tries = 300)
    void holdsJustWhatAMapHolds(@ForAll long seed) {
        Random random = new Random(seed);
        ScopeDigests digests = new ScopeDigests();
        Map<Long, Digest> expected = new HashMap<>();
        int range = 1 + random.nextInt(200);
        for (int i = 0; i < 500; i++) {
            long rid = random.nextInt(range);
            if (random.nextInt(3) == 0) {
                assertThat(digests.remove(rid)).isEqualTo(expected.remove(rid) != null);
            } else {
                Digest digest = new Digest(1 + random.nextInt(2), random.nextInt(3), random.nextInt(3));
                assertThat(digests.put(rid, digest)).isEqualTo(expected.put(rid, digest) == null);
            }
        }

        assertThat(digests.size()).isEqualTo(expected.size());
        expected.forEach((rid, digest) -> assertThat(digests.holds(rid, digest)).isTrue());
        for (long rid = 0; rid < range; rid++) {
            assertThat(digests.holds(rid)).isEqualTo(expected.containsKey(rid));
        }
        assertThat(digests.without(new long[0]))
                .containsExactly(expected.keySet().stream()
                        .sorted()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    @Property
    void leavesOutWhatIsListed(@ForAll @Size(max = 50) List<Long> stored, @ForAll @Size(max = 50) List<Long> listed) {
        ScopeDigests digests = new ScopeDigests();
        stored.forEach(rid -> digests.put(rid, new Digest(1, rid, rid)));

        long[] others = digests.without(
                listed.stream().mapToLong(Long::longValue).sorted().toArray());

        assertThat(others)
                .containsExactly(stored.stream()
                        .filter(rid -> !listed.contains(rid))
                        .distinct()
                        .sorted()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    @Example
    void tellsDigestsApartByAnyOfTheirBits() {
        for (long rid : new long[] {0, 1, -1}) {
            ScopeDigests digests = new ScopeDigests();
            digests.put(rid, new Digest(1, 0, 0));

            assertThat(digests.holds(rid, new Digest(1, 0, 0))).isTrue();
            assertThat(digests.holds(rid, new Digest(2, 0, 0))).isFalse();
            for (int bit = 0; bit < Long.SIZE; bit++) {
                assertThat(digests.holds(rid, new Digest(1, 1L << bit, 0))).isFalse();
                assertThat(digests.holds(rid, new Digest(1, 0, 1L << bit))).isFalse();
            }
        }
    }
}
