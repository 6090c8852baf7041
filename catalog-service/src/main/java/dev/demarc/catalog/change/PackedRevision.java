package dev.demarc.catalog.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A catalog revision as it is stored: JSON with sorted members, packed with gzip. */
public final class PackedRevision {
    private static final ObjectWriter SORTED =
            Json.MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private PackedRevision() {}

    public static byte[] pack(CatalogRevision revision) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(json(revision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static CatalogRevision unpack(byte[] packed) {
        return Json.read(unzip(packed), CatalogRevision.class);
    }

    /** SHA-256 of the unpacked JSON, in hexadecimal digits. */
    public static String digest(CatalogRevision revision) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json(revision)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The revision as a tree that another one's tree can be compared with. */
    static JsonNode tree(CatalogRevision revision) {
        try {
            return Json.MAPPER.readTree(json(revision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(CatalogRevision revision) {
        try {
            return SORTED.writeValueAsBytes(revision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A catalog revision is always JSON", e);
        }
    }

    private static byte[] unzip(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
