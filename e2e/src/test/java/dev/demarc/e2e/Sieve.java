package dev.demarc.e2e;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Looks for markers in whatever bytes come by, packed or not. */
final class Sieve {
    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b5;

    private final List<String> markers;
    private final Map<Long, ZstdDictDecompress> dictionaries = new HashMap<>();
    private final Set<String> found = new TreeSet<>();
    private final StringBuilder seen = new StringBuilder();

    Sieve(List<String> markers) {
        this.markers = List.copyOf(markers);
    }

    /** What zstd's frames may be packed with. */
    void dictionary(byte[] content) {
        if (content.length > 0) {
            dictionaries.put(Zstd.getDictIdFromDict(content), new ZstdDictDecompress(content));
        }
    }

    void take(String place, byte[] bytes) {
        search(place, bytes);
        int magic = bytes.length < 4 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (magic == GZIP) {
            search(place, gunzipped(bytes));
        } else if (magic == ZSTD) {
            search(place, inflated(bytes));
        }
    }

    /** Where a marker was found, and which. */
    Set<String> found() {
        return found;
    }

    /** Whether a text that must be there was there: a sieve that sees nothing finds nothing. */
    boolean sawText(String text) {
        return seen.indexOf(text) >= 0;
    }

    private void search(String place, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        markers.stream().filter(text::contains).forEach(marker -> found.add(place + ": " + marker));
        seen.append(text).append('\n');
    }

    private static byte[] gunzipped(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] inflated(byte[] bytes) {
        int size = Math.toIntExact(Zstd.getFrameContentSize(bytes));
        ZstdDictDecompress dictionary = dictionaries.get(Zstd.getDictIdFromFrame(bytes));
        return dictionary == null ? Zstd.decompress(bytes, size) : Zstd.decompress(bytes, dictionary, size);
    }
}
