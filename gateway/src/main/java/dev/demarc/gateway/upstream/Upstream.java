package dev.demarc.gateway.upstream;

import dev.demarc.contracts.Problem;
import dev.demarc.contracts.access.Grant;
import dev.demarc.gateway.problem.ServiceFaultException;
import dev.demarc.gateway.problem.TooManyException;
import dev.demarc.shell.token.CallerTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes a request on to the service that can answer it, and its answer back byte by byte. */
@Singleton
final class Upstream {
    private static final int MOST_WAITING = 256;
    private static final int FIRST_ERROR = 400;
    private static final List<String> SENT_ON = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            "traceparent");
    private static final List<String> SENT_BACK = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.RETRY_AFTER,
            "Content-Security-Policy",
            "X-Content-Type-Options");

    private final Map<Target, URI> services;
    private final UpstreamConfig config;
    private final Vertx vertx;
    private final Map<Budget, HttpClient> clients;
    private final CallerTokens tokens;

    Upstream(
            @ConfigProperty(name = "demarc.catalog.url", defaultValue = "http://localhost:8081") URI catalog,
            @ConfigProperty(name = "demarc.scanner.url", defaultValue = "http://localhost:8082") URI scanner,
            @ConfigProperty(name = "demarc.assessment.url", defaultValue = "http://localhost:8083") URI assessment,
            UpstreamConfig config,
            CallerTokens tokens,
            Vertx vertx) {
        this.tokens = tokens;
        this.services = Map.of(Target.CATALOG, catalog, Target.SCANNER, scanner, Target.ASSESSMENT, assessment);
        this.config = config;
        this.vertx = vertx;
        HttpClientOptions shared = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.answerTimeout().plusSeconds(1).toMillis());
        HttpClientOptions ownConnection = new HttpClientOptions(shared).setKeepAlive(false);
        this.clients = Map.of(
                Budget.READS, client(shared, config.reads()),
                Budget.DOWNLOADS, client(ownConnection, config.downloads()));
    }

    /** @param query what stands behind the question mark, encoded; empty for none */
    Uni<Response> pass(Route route, Grant grant, RoutingContext context, byte[] body, String query) {
        Target target = route.target();
        URI service = Objects.requireNonNull(services.get(target));
        String path = context.normalizedPath() + (query.isEmpty() ? "" : '?' + query);
        RequestOptions options = new RequestOptions()
                .setMethod(context.request().method())
                .setAbsoluteURI(withoutSlash(service) + path)
                .setConnectTimeout(config.patience().toMillis())
                .setIdleTimeout(config.answerTimeout().toMillis());
        Future<HttpClientResponse> answer = Objects.requireNonNull(clients.get(route.budget()))
                .request(options)
                .recover(failure -> Future.failedFuture(
                        failure instanceof TimeoutException ? full(target, route.budget()) : failure))
                .compose(request -> {
                    if (context.response().closed()) {
                        request.exceptionHandler(reset -> {}).reset();
                        return Future.failedFuture(new HttpClosedException("whoever asked is gone"));
                    }
                    request.putHeader(HttpHeaders.AUTHORIZATION, tokens.authorization(target.part(), grant));
                    return send(request, context, body);
                });
        return Uni.createFrom()
                .completionStage(answer.toCompletionStage())
                .onCancellation()
                .invoke(() -> answer.onSuccess(
                        response -> drop(route.budget(), response).run()))
                .map(response -> answer(route, response))
                .onFailure(failure ->
                        !(failure instanceof ServiceFaultException) && !(failure instanceof TooManyException))
                .transform(failure -> fault(route, service, failure));
    }

    private HttpClient client(HttpClientOptions options, int connections) {
        return vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(MOST_WAITING));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, RoutingContext context, byte[] body) {
        for (String name : SENT_ON) {
            String value = context.request().getHeader(name);
            if (value != null) {
                request.putHeader(name, value);
            }
        }
        Future<HttpClientResponse> answer = body.length == 0 ? request.send() : request.send(Buffer.buffer(body));
        return answer.map(HttpClientResponse::pause);
    }

    private Response answer(Route route, HttpClientResponse response) {
        Runnable drop = drop(route.budget(), response);
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        if (response.statusCode() >= FIRST_ERROR && (type == null || !type.startsWith(Problem.MEDIA_TYPE))) {
            drop.run();
            throw ServiceFaultException.broken(
                    route.target().serviceName(), "status %d without a problem".formatted(response.statusCode()));
        }
        Response.ResponseBuilder answer = Response.status(response.statusCode())
                .entity(new UpstreamBody(response, drop, config.readerPatience(), vertx));
        for (String name : SENT_BACK) {
            String value = response.getHeader(name);
            if (value != null) {
                answer.header(name, value);
            }
        }
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (location != null) {
            answer.header(HttpHeaders.LOCATION, URI.create(location).getRawPath());
        }
        return answer.build();
    }

    /**
     * What is done with the rest of an answer that nobody takes. A page is read to its end: a reset closes the connection
     * even when the answer had come whole and the connection already serves another request. A download is too large for
     * that, and has its connection alone.
     */
    private static Runnable drop(Budget budget, HttpClientResponse response) {
        return () -> {
            response.exceptionHandler(failure -> {}).handler(rest -> {}).endHandler(end -> {});
            switch (budget) {
                case READS -> response.resume();
                case DOWNLOADS -> response.request().reset();
            }
        };
    }

    private static RuntimeException fault(Route route, URI service, Throwable failure) {
        String name = route.target().serviceName();
        String why = "%s (%s)".formatted(service, failure.getMessage());
        if (failure instanceof ConnectionPoolTooBusyException) {
            return full(route.target(), route.budget());
        }
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return ServiceFaultException.away(name, why);
        }
        return failure instanceof TimeoutException
                ? ServiceFaultException.slow(name, why)
                : ServiceFaultException.broken(name, why);
    }

    private static TooManyException full(Target target, Budget budget) {
        String what =
                switch (budget) {
                    case READS -> "requests";
                    case DOWNLOADS -> "downloads";
                };
        return new TooManyException(
                "%s answers as many %s as fit already, and none ended meanwhile".formatted(target.serviceName(), what));
    }

    private static String withoutSlash(URI service) {
        String text = service.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
