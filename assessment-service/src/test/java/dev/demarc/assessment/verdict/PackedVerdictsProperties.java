package dev.demarc.assessment.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PackedVerdictsProperties {
    @Property
    void whatIsPackedIsUnpacked(@ForAll long seed) {
        List<NonPass> nonPasses = nonPasses(new Random(seed));

        assertThat(PackedVerdicts.unpack(PackedVerdicts.pack(nonPasses))).isEqualTo(nonPasses);
    }

    @Property
    void whatIsCutIsRefusedOrLess(@ForAll long seed) {
        Random random = new Random(seed);
        List<NonPass> nonPasses = nonPasses(random);
        byte[] packed = PackedVerdicts.pack(nonPasses);
        byte[] cut = Arrays.copyOf(packed, packed.length == 0 ? 0 : random.nextInt(packed.length));

        List<NonPass> left;
        try {
            left = PackedVerdicts.unpack(cut);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("packed verdicts of %d bytes end within a verdict".formatted(cut.length));
            return;
        }
        assertThat(left).hasSizeLessThanOrEqualTo(nonPasses.size());
    }

    @Example
    void controlsAscend() {
        NonPass one = new NonPass(1, Verdict.FAIL, Party.AWS, Instant.EPOCH, null, null, null, false);

        assertThatThrownBy(() -> PackedVerdicts.pack(List.of(one, one)))
                .hasMessage("control 1 follows control 1; accepted: ascending");
    }

    private static List<NonPass> nonPasses(Random random) {
        return IntStream.rangeClosed(1, Short.MAX_VALUE)
                .filter(control -> random.nextInt(control < 200 ? 4 : 4000) == 0)
                .mapToObj(control -> nonPass(random, control))
                .toList();
    }

    private static NonPass nonPass(Random random, int control) {
        Instant since = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000) - 100_000_000);
        Party party = List.of(Party.values()).get(random.nextInt(Party.values().length));
        return switch (random.nextInt(4)) {
            case 0 -> new NonPass(control, Verdict.FAIL, party, since, null, null, null, random.nextBoolean());
            case 1 ->
                new NonPass(control, Verdict.NOT_APPLICABLE, party, since, "für alle: öffentlich", null, null, false);
            case 2 -> new NonPass(control, Verdict.UNKNOWN, party, since, "denied", "s3:GetBucketPolicy", null, false);
            default ->
                new NonPass(
                        control,
                        Verdict.UNKNOWN,
                        party,
                        since,
                        "x".repeat(random.nextInt(400)),
                        null,
                        since.minusSeconds(random.nextInt(1_000_000)),
                        random.nextBoolean());
        };
    }
}
