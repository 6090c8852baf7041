package dev.demarc.engine.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Addresses of one kind without a gap.
 *
 * @param to one past the last
 */
record AddressRange(BigInteger from, BigInteger to) {
    static AddressRange of(Cidr block) {
        return new AddressRange(block.first(), block.end());
    }

    /** The same addresses in ranges that do not touch each other, from the lowest on. */
    static List<AddressRange> union(List<AddressRange> ranges) {
        List<AddressRange> union = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparing(AddressRange::from)).forEach(range -> {
            AddressRange last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && range.from.compareTo(last.to) <= 0) {
                union.set(union.size() - 1, new AddressRange(last.from, last.to.max(range.to)));
            } else {
                union.add(range);
            }
        });
        return union;
    }

    /** What is left of the range without the others, which are a {@link #union}. */
    List<AddressRange> without(List<AddressRange> others) {
        List<AddressRange> left = new ArrayList<>();
        BigInteger next = from;
        for (AddressRange other : others) {
            if (other.to.compareTo(next) > 0 && other.from.compareTo(to) < 0) {
                if (other.from.compareTo(next) > 0) {
                    left.add(new AddressRange(next, other.from));
                }
                next = other.to;
            }
        }
        if (next.compareTo(to) < 0) {
            left.add(new AddressRange(next, to));
        }
        return left;
    }
}
