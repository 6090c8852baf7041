package dev.demarc.local.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a service answers when asked whether it is ready. */
public enum Health {
    READY("ready"),
    NOT_READY("not ready"),
    SILENT("no answer");

    private static final int TIMEOUT_MS = 2_000;

    private final String words;

    Health(String words) {
        this.words = words;
    }

    /** Asks the service at an address; one that is slower than two seconds is silent. */
    public static Health of(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    address.resolve("/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? READY : NOT_READY;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return SILENT;
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
