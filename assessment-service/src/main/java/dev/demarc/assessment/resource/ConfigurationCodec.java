package dev.demarc.assessment.resource;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Packs configurations for storage and reads them back; safe for many threads. */
public final class ConfigurationCodec {
    private static final int LEVEL = 1;
    private static final short NONE = 0;

    private final short newest;
    private final Optional<ZstdDictCompress> compressing;
    private final Map<Short, ZstdDictDecompress> decompressing = new TreeMap<>();

    /** @param dictionaries by number, the empty 0 aside; the newest has the greatest */
    public ConfigurationCodec(Map<Short, byte[]> dictionaries) {
        TreeMap<Short, byte[]> byNumber = new TreeMap<>(dictionaries);
        byNumber.remove(NONE);
        newest = byNumber.isEmpty() ? NONE : byNumber.lastKey();
        compressing = byNumber.isEmpty()
                ? Optional.empty()
                : Optional.of(new ZstdDictCompress(byNumber.lastEntry().getValue(), LEVEL));
        byNumber.forEach((number, content) -> decompressing.put(number, new ZstdDictDecompress(content)));
    }

    public PackedConfiguration pack(byte[] json) {
        return new PackedConfiguration(
                newest,
                compressing
                        .map(dictionary -> Zstd.compress(json, dictionary))
                        .orElseGet(() -> Zstd.compress(json, LEVEL)));
    }

    public ResourceConfiguration unpack(PackedConfiguration packed) {
        return Json.read(json(packed), ResourceConfiguration.class);
    }

    /** @throws IllegalArgumentException where the dictionary is not known or the bytes are not zstd */
    public byte[] json(PackedConfiguration packed) {
        byte[] bytes = packed.bytes();
        try {
            int size = Math.toIntExact(Zstd.getFrameContentSize(bytes));
            if (packed.dictionary() == NONE) {
                return Zstd.decompress(bytes, size);
            }
            ZstdDictDecompress dictionary = decompressing.get(packed.dictionary());
            if (dictionary == null) {
                throw new IllegalArgumentException("a configuration was compressed with dictionary %d; known: %s"
                        .formatted(packed.dictionary(), decompressing.keySet()));
            }
            return Zstd.decompress(bytes, dictionary, size);
        } catch (ZstdException e) {
            throw new IllegalArgumentException("a stored configuration is not zstd: " + e.getMessage(), e);
        }
    }
}
