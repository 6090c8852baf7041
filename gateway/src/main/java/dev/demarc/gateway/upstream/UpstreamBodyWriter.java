package dev.demarc.gateway.upstream;

import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes a service's answer on as it comes. */
@Provider
class UpstreamBodyWriter implements ServerMessageBodyWriter<UpstreamBody> {
    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == UpstreamBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == UpstreamBody.class;
    }

    @Override
    public void writeResponse(UpstreamBody body, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse caller = context.serverResponse();
        HttpClientResponse service = body.response();
        request.suspend();
        String length = service.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            caller.setChunked(true);
        } else {
            caller.setResponseHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        new Transfer(body, caller).start(request::resume);
    }

    @Override
    public void writeTo(
            UpstreamBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("an answer is written as it comes, not to a stream");
    }
}
