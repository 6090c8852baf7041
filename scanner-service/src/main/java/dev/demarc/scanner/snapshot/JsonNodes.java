package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes what a file holds, one after the other. */
interface JsonNodes {
    /** @param place line or item */
    void node(String place, JsonNode node);

    /** What is no JSON; what follows may be. */
    void malformed(String place, String reason);
}
