package dev.demarc.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jspecify.annotations.Nullable;

/** An answer on its way, no faster than its reader takes it, and cut once the reader takes nothing for too long. */
final class Transfer {
    private final HttpClientResponse service;
    private final ServerHttpResponse reader;
    private final Runnable drop;
    private final Duration patience;
    private final Vertx vertx;
    private @Nullable Long cutting;
    private boolean stopped;

    Transfer(UpstreamBody body, ServerHttpResponse reader) {
        this.service = body.response();
        this.reader = reader;
        this.drop = body.drop();
        this.patience = body.patience();
        this.vertx = body.vertx();
    }

    void start(Runnable whenDone) {
        reader.addCloseHandler(this::stop);
        service.exceptionHandler(failure -> reader.reset());
        service.endHandler(end -> {
            done();
            reader.end();
            whenDone.run();
        });
        service.handler(this::write);
        if (reader.closed()) {
            stop();
        } else {
            service.resume();
        }
    }

    private void write(Buffer buffer) {
        reader.write(buffer.getBytes(), failure -> {
            if (failure != null) {
                stop();
            }
        });
        if (reader.isWriteQueueFull()) {
            await();
        }
    }

    private synchronized void await() {
        if (cutting == null && !stopped) {
            service.pause();
            cutting = vertx.setTimer(patience.toMillis(), timer -> cut());
            reader.addDrainHandler(this::goOn);
        }
    }

    private synchronized void goOn() {
        patient();
        service.resume();
    }

    /** All has come: what the reader's connection tells from here on is no reason to drop anything. */
    private synchronized void done() {
        patient();
        stopped = true;
    }

    private void cut() {
        stop();
        reader.reset();
    }

    private synchronized void stop() {
        patient();
        if (!stopped) {
            stopped = true;
            drop.run();
        }
    }

    private synchronized void patient() {
        if (cutting != null) {
            vertx.cancelTimer(cutting);
            cutting = null;
        }
    }
}
