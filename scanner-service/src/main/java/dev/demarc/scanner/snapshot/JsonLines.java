package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads one JSON value a line; blank lines, and carriage returns at their ends, mean nothing. */
final class JsonLines {
    /** The longest line that is read, in bytes. */
    static final int LONGEST = 64 << 20;

    private JsonLines() {}

    static void read(InputStream content, JsonNodes nodes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        boolean tooLong = false;
        for (int next = content.read(); ; next = content.read()) {
            if (next != '\n' && next >= 0) {
                if (line.size() < LONGEST) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
                continue;
            }
            String place = "line " + number;
            if (tooLong) {
                nodes.malformed(place, "longer than %d bytes".formatted(LONGEST));
            } else {
                parse(place, line.toByteArray(), nodes);
            }
            if (next < 0) {
                return;
            }
            line = new ByteArrayOutputStream();
            number++;
            tooLong = false;
        }
    }

    private static void parse(String place, byte[] line, JsonNodes nodes) throws IOException {
        if (isBlank(line)) {
            return;
        }
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            nodes.malformed(place, Faults.malformed(e));
            return;
        }
        nodes.node(place, node);
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
