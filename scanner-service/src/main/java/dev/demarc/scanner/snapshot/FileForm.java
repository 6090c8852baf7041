package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.demarc.contracts.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipException;

/** How a file's items follow each other. */
enum FileForm {
    /** Nothing is in it. */
    EMPTY,
    /** One JSON object a line, each understood or not for itself. */
    LINES,
    /** JSON over many lines, or many items in one value: a list, a snapshot of AWS Config, objects spread over lines. */
    DOCUMENT;

    private static final int SNIFFED = 1 << 16;
    private static final Set<String> OF_DOCUMENTS = Set.of(
            "fileVersion",
            "configSnapshotId",
            "configurationItems",
            "configurationItem",
            "configurationItemDiff",
            "baseConfigurationItems",
            "BaseConfigurationItems");

    /** Looks at the beginning of a stream that can be reset. */
    static FileForm of(InputStream content) throws IOException {
        content.mark(SNIFFED + 1);
        byte[] first = beginning(content);
        content.reset();
        String text = new String(first, StandardCharsets.UTF_8).stripLeading();
        if (text.isEmpty() && first.length < SNIFFED) {
            return EMPTY;
        }
        if (text.startsWith("[")) {
            return DOCUMENT;
        }
        return text.startsWith("{") && isOneDocument(first) ? DOCUMENT : LINES;
    }

    private static byte[] beginning(InputStream content) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try {
            for (int next = content.read(); next >= 0 && first.size() < SNIFFED; next = content.read()) {
                first.write(next);
            }
        } catch (EOFException | ZipException e) {
            // damaged behind what was read: whoever reads it comes to the same place
        }
        return first.toByteArray();
    }

    /** Whether the first object has a member that only documents have, or any member on a later line. */
    private static boolean isOneDocument(byte[] first) {
        try (JsonParser json = Json.MAPPER.createParser(new ByteArrayInputStream(first))) {
            json.nextToken();
            int line = json.currentTokenLocation().getLineNr();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (OF_DOCUMENTS.contains(json.currentName())
                        || json.currentTokenLocation().getLineNr() > line) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
        } catch (IOException e) {
            // cut off where the sniffed part ends, or malformed: whoever reads it says so
        }
        return false;
    }
}
