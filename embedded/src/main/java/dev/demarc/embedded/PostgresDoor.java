package dev.demarc.embedded;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Which connections PostgreSQL takes, written into its folder before each start, and how clients ask for one. */
record PostgresDoor(Path folder, Entrance entrance) {
    void prepare() throws IOException, InterruptedException {
        switch (entrance) {
            case PLAIN -> Files.writeString(rules(), rule("host"));
            case SECURED -> {
                Files.writeString(rules(), rule("hostssl"));
                certificate().ensure();
            }
        }
    }

    PostgresSettings settings() {
        PostgresSettings door = new PostgresSettings(Map.of("hba_file", rules().toString()));
        return switch (entrance) {
            case PLAIN -> door;
            case SECURED ->
                door.with("ssl", "on")
                        .with("ssl_cert_file", certificate().certificate().toString())
                        .with("ssl_key_file", certificate().key().toString());
        };
    }

    /** What stands behind a JDBC URL. */
    String clientOptions() {
        return switch (entrance) {
            case PLAIN -> "";
            case SECURED ->
                "?sslmode=verify-full&sslrootcert="
                        + URLEncoder.encode(certificate().certificate().toString(), StandardCharsets.UTF_8);
        };
    }

    private LoopbackCertificate certificate() {
        return LoopbackCertificate.placedIn(folder);
    }

    private Path rules() {
        return folder.resolve("pg_hba.conf");
    }

    private static String rule(String connections) {
        return "%s all all %s/32 scram-sha-256%n".formatted(connections, Loopback.HOST);
    }
}
