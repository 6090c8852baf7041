package dev.demarc.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface, the only one that the embedded servers listen on. */
final class Loopback {
    static final String HOST = "127.0.0.1";
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private Loopback() {}

    static int freePort() {
        try {
            return bind(0);
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
        }
    }

    static int freePortOr(int port, String server) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port of " + server + " is " + port + ", accepted is 0 (free) to 65535");
        }
        if (port == 0) {
            return freePort();
        }
        try {
            return bind(port);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "Port " + port + " on " + HOST + " is taken: end what listens there or give " + server
                            + " another port",
                    e);
        }
    }

    private static int bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            return socket.getLocalPort();
        }
    }
}
