package dev.demarc.engine.network;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public part of the address spaces: IPv4 without what IANA keeps for private, shared, local, benchmarking,
 * multicast and future use, IPv6 global unicast. Blocks for documentation count as public: they stand for it.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 special-purpose registry</a>
 */
public final class Internet {
    private static final List<Cidr> NOT_PUBLIC_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3")
            .map(Cidr::parse)
            .toList();
    private static final Cidr ALL_V4 = Cidr.parse("0.0.0.0/0");
    private static final Cidr PUBLIC_V6 = Cidr.parse("2000::/3");
    private static final BigInteger PUBLIC_V4_ADDRESSES = publicAddressesOf(List.of(ALL_V4), false);
    private static final BigInteger PUBLIC_V6_ADDRESSES = publicAddressesOf(List.of(PUBLIC_V6), true);
    /** Less than a quarter of the public part, as a share of the whole address space. */
    private static final double SMALL_V4 = 0.2;

    private static final double SMALL_V6 = 0.03;
    private static final BigInteger SHARE = BigInteger.valueOf(4);

    private Internet() {}

    /** Whether at least one public address is in the block. */
    public static boolean touchedBy(Cidr block) {
        return publicAddressesOf(List.of(block), block.v6()).signum() > 0;
    }

    /**
     * Whether the blocks together hold at least a quarter of the public addresses of IPv4 or of IPv6, so that neither
     * halves nor gaps hide that everyone is let in.
     */
    public static boolean coveredBy(Collection<Cidr> blocks) {
        if (areTooSmall(blocks)) {
            return false;
        }
        return holdsShare(publicAddressesOf(blocks, false), PUBLIC_V4_ADDRESSES)
                || holdsShare(publicAddressesOf(blocks, true), PUBLIC_V6_ADDRESSES);
    }

    /** Most blocks are; then nothing needs to be summed exactly. */
    private static boolean areTooSmall(Collection<Cidr> blocks) {
        double v4 = 0;
        double v6 = 0;
        for (Cidr block : blocks) {
            double share = Math.scalb(1.0, -block.prefix());
            v4 += block.v6() ? 0 : share;
            v6 += block.v6() ? share : 0;
        }
        return v4 < SMALL_V4 && v6 < SMALL_V6;
    }

    private static boolean holdsShare(BigInteger addresses, BigInteger all) {
        return addresses.multiply(SHARE).compareTo(all) >= 0;
    }

    /** The same of ranges of each kind of address. */
    static boolean coveredBy(List<AddressRange> v4, List<AddressRange> v6) {
        return holdsShare(publicAddresses(v4, false), PUBLIC_V4_ADDRESSES)
                || holdsShare(publicAddresses(v6, true), PUBLIC_V6_ADDRESSES);
    }

    private static BigInteger publicAddressesOf(Collection<Cidr> blocks, boolean v6) {
        return publicAddresses(
                AddressRange.union(blocks.stream()
                        .filter(block -> block.v6() == v6)
                        .map(AddressRange::of)
                        .toList()),
                v6);
    }

    private static BigInteger publicAddresses(List<AddressRange> ranges, boolean v6) {
        if (v6) {
            return overlap(ranges, AddressRange.of(PUBLIC_V6));
        }
        BigInteger sum = overlap(ranges, AddressRange.of(ALL_V4));
        for (Cidr excluded : NOT_PUBLIC_V4) {
            sum = sum.subtract(overlap(ranges, AddressRange.of(excluded)));
        }
        return sum;
    }

    private static BigInteger overlap(List<AddressRange> ranges, AddressRange with) {
        return ranges.stream()
                .map(range -> range.to().min(with.to()).subtract(range.from().max(with.from())))
                .filter(size -> size.signum() > 0)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
