package dev.demarc.scanner.canonical;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;

/** A resource in the one form, written as JSON once: what is sent is what its digest is taken of. */
public final class CanonicalItem {
    private final ResourceConfiguration resource;
    private final byte[] json;
    private final String digest;

    CanonicalItem(ResourceConfiguration resource, CanonicalDigest digests) {
        this.resource = resource;
        this.json = Json.bytes(resource);
        this.digest = digests.of(json, resource.configurationItemCaptureTime());
    }

    public ResourceConfiguration resource() {
        return resource;
    }

    /** Not copied: to be sent, not to be changed. */
    public byte[] json() {
        return json;
    }

    /** As the header carries it: the version of the form, a colon, 32 hexadecimal digits. */
    public String digest() {
        return digest;
    }
}
