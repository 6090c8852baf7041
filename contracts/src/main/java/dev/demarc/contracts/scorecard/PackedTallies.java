package dev.demarc.contracts.scorecard;

import dev.demarc.contracts.Party;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every control's counters of an account in a few bytes each, so that roll-ups over accounts are exact.
 *
 * @param teams the owning teams that {@code counters} refers to by index
 * @param counters for each tally eight unsigned LEB128 numbers: control, party (0 AWS, 1 SHARED, 2 CUSTOMER), team's index, pass, fail,
 *     unknown, waived, not applicable; in Base64
 */
public record PackedTallies(List<String> teams, String counters) {
    /** Stands for all teams that a scorecard has no room to name. */
    public static final String OTHER_TEAMS = "(other teams)";

    private static final int NUMBERS = 8;

    public PackedTallies {
        teams = List.copyOf(teams);
    }

    public static PackedTallies pack(List<Tally> tallies) {
        Map<String, Integer> teams = new LinkedHashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream(tallies.size() * NUMBERS);
        for (Tally tally : tallies) {
            Integer known = teams.putIfAbsent(tally.team(), teams.size());
            Counts counts = tally.counts();
            write(out, tally.control());
            write(out, code(tally.party()));
            write(out, known == null ? teams.size() - 1 : known);
            write(out, counts.pass());
            write(out, counts.fail());
            write(out, counts.unknown());
            write(out, counts.waived());
            write(out, counts.notApplicable());
        }
        return new PackedTallies(
                List.copyOf(teams.keySet()), Base64.getEncoder().encodeToString(out.toByteArray()));
    }

    public List<Tally> unpack() {
        List<Tally> tallies = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(counters));
        while (in.hasRemaining()) {
            int control = (int) read(in);
            Party party = party(read(in));
            String team = teams.get((int) read(in));
            Counts counts = new Counts(read(in), read(in), read(in), read(in), read(in));
            tallies.add(new Tally(control, party, team, counts));
        }
        return tallies;
    }

    private static int code(Party party) {
        return switch (party) {
            case AWS -> 0;
            case SHARED -> 1;
            case CUSTOMER -> 2;
        };
    }

    private static Party party(long code) {
        for (Party party : Party.values()) {
            if (code(party) == code) {
                return party;
            }
        }
        throw new IllegalArgumentException("party code is %d; accepted: 0, 1 or 2".formatted(code));
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
