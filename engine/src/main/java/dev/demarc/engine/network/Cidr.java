package dev.demarc.engine.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses, or one address, such as {@code 10.0.0.0/8} or {@code 2001:db8::1}.
 *
 * @param prefix how many leading bits its addresses share
 */
public record Cidr(boolean v6, BigInteger first, int prefix) {
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /** @throws IllegalArgumentException naming the text where it is no block */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v6 = address.indexOf(':') >= 0;
        int bits = v6 ? V6_BITS : V4_BITS;
        try {
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            if (prefix < 0 || prefix > bits) {
                throw refused(text, null);
            }
            int hostBits = bits - prefix;
            BigInteger number = v6 ? numberOfV6(address) : BigInteger.valueOf(numberOfV4(address));
            return new Cidr(v6, number.shiftRight(hostBits).shiftLeft(hostBits), prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw refused(text, e);
        }
    }

    private static long numberOfV4(String address) {
        String[] parts = address.split("\\.", -1);
        long number = 0;
        for (String part : parts) {
            int value = Integer.parseInt(part);
            if (value < 0 || value > 255 || parts.length != V4_BITS / Byte.SIZE) {
                throw new NumberFormatException(part);
            }
            number = number << Byte.SIZE | value;
        }
        return number;
    }

    /** Only what looks like an address is looked up, so that no name ever is. */
    private static BigInteger numberOfV6(String address) throws UnknownHostException {
        if (!V6.matcher(address).matches()) {
            throw new UnknownHostException(address);
        }
        byte[] bytes = InetAddress.getByName(address).getAddress();
        if (bytes.length * Byte.SIZE != V6_BITS) {
            throw new UnknownHostException(address);
        }
        return new BigInteger(1, bytes);
    }

    /** One past the last address. */
    public BigInteger end() {
        return first.add(BigInteger.ONE.shiftLeft((v6 ? V6_BITS : V4_BITS) - prefix));
    }

    public boolean within(Cidr other) {
        return v6 == other.v6 && first.compareTo(other.first) >= 0 && end().compareTo(other.end()) <= 0;
    }

    private static IllegalArgumentException refused(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'%s' is no address block; accepted: such as 10.0.0.0/8 or 2001:db8::/32".formatted(text), cause);
    }
}
