package dev.demarc.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Clients that ask and then take one byte of the answer and no more, for twenty seconds. */
final class SlowReaders {
    private static final int READERS = 48;
    private static final int PATIENCE_SECONDS = 20;

    private SlowReaders() {}

    static void ask(int port, String path) {
        List<Socket> sockets = new ArrayList<>();
        byte[] request = "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
                .formatted(path, port)
                .getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < READERS; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(1024);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.getOutputStream().write(request);
                sockets.add(socket);
            }
        } catch (IOException e) {
            close(sockets);
            return;
        }
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(() -> close(sockets));
    }

    private static void close(List<Socket> sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
