package dev.demarc.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The loopback port of each service; those of Kafka and PostgreSQL only when they were chosen. */
public record Ports(Map<Service, Integer> services, Optional<Integer> kafka, Optional<Integer> postgres) {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PREFERRED_KAFKA = 19_092;
    private static final int PREFERRED_POSTGRES = 15_432;
    private static final int HIGHEST = 65_535;

    public Ports {
        services = Map.copyOf(services);
    }

    /** Reads choices as {@code 8090}, the gateway's, or {@code catalog=9081}. */
    public static Ports chosen(List<String> choices) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Arrays.stream(Service.values()).forEach(service -> services.put(service, service.defaultPort()));
        Optional<Integer> kafka = Optional.empty();
        Optional<Integer> postgres = Optional.empty();
        for (String choice : choices) {
            String[] parts = choice.contains("=") ? choice.split("=", 2) : new String[] {"gateway", choice};
            int port = number(choice, parts[1]);
            switch (parts[0]) {
                case "kafka" -> kafka = Optional.of(port);
                case "postgresql" -> postgres = Optional.of(port);
                default -> services.put(Service.named(parts[0]).orElseThrow(() -> unknown(choice)), port);
            }
        }
        return new Ports(services, kafka, postgres);
    }

    public int of(Service service) {
        return services.getOrDefault(service, service.defaultPort());
    }

    /** The port for Kafka, if not chosen then its usual one, or any when that is taken. */
    int kafkaOrFree() {
        return kafka.orElseGet(() -> isFree(PREFERRED_KAFKA) ? PREFERRED_KAFKA : 0);
    }

    int postgresOrFree() {
        return postgres.orElseGet(() -> isFree(PREFERRED_POSTGRES) ? PREFERRED_POSTGRES : 0);
    }

    void mustBeFree() {
        for (Service service : Service.values()) {
            mustBeFree(service.id(), of(service));
        }
        kafka.ifPresent(port -> mustBeFree("kafka", port));
        postgres.ifPresent(port -> mustBeFree("postgresql", port));
    }

    private static void mustBeFree(String part, int port) {
        if (!isFree(port)) {
            throw new PlatformException("Port " + port + ", meant for " + part
                    + ", is taken: end what listens there, or " + "choose another: ./demarc up --port "
                    + (part.equals("gateway") ? "" : part + "=") + (port + 1000));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(String choice, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST) {
            throw new IllegalArgumentException("--port " + choice + " has no port number, accepted is 1 to " + HIGHEST);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException unknown(String choice) {
        String names = Arrays.stream(Service.values()).map(Service::id).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "--port " + choice + " names no part of the platform, accepted are " + names + ", kafka, postgresql");
    }
}
