package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Verdict;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of {@code resource.nonpass}. For each control that does not pass, ascending by number: the number's
 * distance from the one before, a byte of flags (bits 0-1 the verdict, 2-3 the party, 4 a reason follows, 5 a
 * permission follows, 6 since when it fails unverified follows, 7 it is waived), {@code since} in seconds as its distance from the one before (the first from 2020-01-01), then
 * the texts, each with its length, then how many seconds before {@code since} it failed. Numbers are LEB128, distances of {@code since} zigzag.
 */
public final class PackedVerdicts {
    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final int HAS_REASON = 1 << 4;
    private static final int HAS_PERMISSION = 1 << 5;
    private static final int FAILS_UNVERIFIED = 1 << 6;
    private static final int WAIVED = 1 << 7;

    private PackedVerdicts() {}

    /** @param nonPasses ascending by control */
    public static byte[] pack(List<NonPass> nonPasses) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(nonPasses.size() * 4 + 8);
        int control = 0;
        long since = EPOCH;
        for (NonPass each : nonPasses) {
            if (each.control() <= control) {
                throw new IllegalArgumentException(
                        "control %d follows control %d; accepted: ascending".formatted(each.control(), control));
            }
            long seconds = each.since().getEpochSecond();
            write(out, each.control() - control);
            out.write(flags(each));
            write(out, zigzag(seconds - since));
            write(out, each.reason());
            write(out, each.permission());
            if (each.failingSince() != null) {
                write(out, zigzag(seconds - each.failingSince().getEpochSecond()));
            }
            control = each.control();
            since = seconds;
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes are no packed verdicts */
    public static List<NonPass> unpack(byte[] packed) {
        List<NonPass> nonPasses = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(packed);
        int control = 0;
        long since = EPOCH;
        try {
            while (in.hasRemaining()) {
                control += (int) read(in);
                int flags = in.get();
                since += unzigzag(read(in));
                nonPasses.add(new NonPass(
                        control,
                        verdict(flags & 3),
                        Parties.of((flags >> 2) & 3),
                        Instant.ofEpochSecond(since),
                        (flags & HAS_REASON) == 0 ? null : text(in),
                        (flags & HAS_PERMISSION) == 0 ? null : text(in),
                        (flags & FAILS_UNVERIFIED) == 0 ? null : Instant.ofEpochSecond(since - unzigzag(read(in))),
                        (flags & WAIVED) != 0));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(
                    "packed verdicts of %d bytes end within a verdict".formatted(packed.length), e);
        }
        return nonPasses;
    }

    private static int flags(NonPass nonPass) {
        return code(nonPass.verdict())
                | Parties.code(nonPass.party()) << 2
                | (nonPass.reason() == null ? 0 : HAS_REASON)
                | (nonPass.permission() == null ? 0 : HAS_PERMISSION)
                | (nonPass.failingSince() == null ? 0 : FAILS_UNVERIFIED)
                | (nonPass.waived() ? WAIVED : 0);
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case PASS -> throw new IllegalArgumentException("a pass is not packed");
            case FAIL -> 1;
            case UNKNOWN -> 2;
            case NOT_APPLICABLE -> 3;
        };
    }

    private static Verdict verdict(int code) {
        return switch (code) {
            case 1 -> Verdict.FAIL;
            case 2 -> Verdict.UNKNOWN;
            case 3 -> Verdict.NOT_APPLICABLE;
            default -> throw new IllegalArgumentException("verdict code is %d; accepted: 1 to 3".formatted(code));
        };
    }

    private static void write(ByteArrayOutputStream out, @Nullable String text) {
        if (text != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            write(out, bytes.length);
            out.writeBytes(bytes);
        }
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Math.min((int) read(in), in.remaining())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
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

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}
