package dev.demarc.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which connections a broker takes, with what it needs for them in its folder, and how clients ask for one. */
record KafkaDoor(Path folder, Entrance entrance) {
    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String USER = "demarc";

    /** Makes what is missing in the folder. */
    void prepare() throws IOException, InterruptedException {
        switch (entrance) {
            case PLAIN -> {}
            case SECURED -> {
                certificate().ensure();
                if (!Files.exists(password().path())) {
                    password().renew();
                }
                if (!Files.exists(chain())) {
                    Files.createFile(
                            chain(),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    Files.writeString(chain(), certificate().chain());
                }
            }
        }
    }

    /** What the broker must set; the controller of a secured one lets in those with the same certificate. */
    Map<String, String> server() {
        return switch (entrance) {
            case PLAIN -> Map.of("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
            case SECURED ->
                Map.of(
                        "listener.security.protocol.map",
                        "BROKER:SASL_SSL,CONTROLLER:SSL",
                        "ssl.keystore.type",
                        "PEM",
                        "ssl.keystore.location",
                        chain().toString(),
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        certificate().certificate().toString(),
                        "listener.name.controller.ssl.client.auth",
                        "required",
                        "sasl.enabled.mechanisms",
                        MECHANISM,
                        "sasl.mechanism.inter.broker.protocol",
                        MECHANISM,
                        "listener.name.broker.scram-sha-512.sasl.jaas.config",
                        jaas());
        };
    }

    /** The logins that a fresh broker is formatted with, as Kafka writes them. */
    List<String> logins() {
        return switch (entrance) {
            case PLAIN -> List.of();
            case SECURED ->
                List.of(MECHANISM + "=[name=" + USER + ",password=" + password().read() + "]");
        };
    }

    /** All that a client of a broker must set. */
    Map<String, String> client(String bootstrapServers) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        switch (entrance) {
            case PLAIN -> {}
            case SECURED -> {
                settings.put("security.protocol", "SASL_SSL");
                settings.put("sasl.mechanism", MECHANISM);
                settings.put("sasl.jaas.config", jaas());
                settings.put("ssl.truststore.type", "PEM");
                settings.put(
                        "ssl.truststore.location", certificate().certificate().toString());
            }
        }
        return Map.copyOf(settings);
    }

    private LoopbackCertificate certificate() {
        return LoopbackCertificate.placedIn(folder);
    }

    private PasswordFile password() {
        return new PasswordFile(folder.resolve("password"));
    }

    private Path chain() {
        return folder.resolve("chain.pem");
    }

    private String jaas() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(USER, password().read());
    }
}
