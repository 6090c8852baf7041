package dev.demarc.scanner.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.demarc.contracts.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON documents that AWS hands over as text: plain, URL-encoded, or encoded as a JSON string once more. */
public final class Documents {
    private static final int MOST_ENCODINGS = 3;

    private Documents() {}

    /** @throws IllegalArgumentException where the text is no JSON however it is decoded; the text is not repeated */
    public static Map<String, @Nullable Object> parse(String text) {
        Object parsed = decoded(text);
        if (!(parsed instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("the document is not a JSON object");
        }
        return Trees.object(parsed);
    }

    /** The JSON within a text, or the text itself where it holds none. */
    public static @Nullable Object decoded(String text) {
        Object value = text;
        for (int i = 0; i < MOST_ENCODINGS && value instanceof String encoded; i++) {
            value = decodedOnce(encoded.strip());
        }
        return value;
    }

    private static @Nullable Object decodedOnce(String text) {
        boolean urlEncoded = text.startsWith("%7B") || text.startsWith("%5B") || text.startsWith("%22");
        String plain = urlEncoded ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
        if (plain.isEmpty() || "{[\"".indexOf(plain.charAt(0)) < 0) {
            return text;
        }
        try {
            return Json.MAPPER.readValue(plain, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
