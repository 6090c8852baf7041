package dev.demarc.gateway.answer;

import dev.demarc.gateway.bus.BusStatus;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives answers from memory their age, their tag and their coding; an unchanged one is not sent again. */
@jakarta.ws.rs.ext.Provider
@FromMemory
class MemoryFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Filters are made before the configuration is read, what they ask only after. */
    private final Provider<BusStatus> status;

    MemoryFilter(Provider<BusStatus> status) {
        this.status = status;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        status.get().requireReady();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        response.getHeaders().putSingle("Age", Long.toString(status.get().age().toSeconds()));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (response.getEntity() instanceof Representation representation) {
            encode(request, response, representation);
        }
    }

    private static void encode(
            ContainerRequestContext request, ContainerResponseContext response, Representation representation) {
        boolean compressed = takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        String tag = representation.tag(compressed);
        response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
            return;
        }
        if (compressed) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setEntity(representation.compressed());
        } else {
            response.setEntity(representation.plain());
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(",", -1))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    /** Weak comparison, as If-None-Match asks for. */
    private static boolean matches(@Nullable String accepted, String tag) {
        return accepted != null
                && Arrays.stream(accepted.split(",", -1))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
