package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody gets anything out of a service, or into it, who is neither a part of the platform nor at the gateway's door. */
@ExtendWith(SamplePlatform.class)
class EdgeTest {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final String OWN = "localhost";

    private final Demarc demarc;

    EdgeTest(Demarc demarc) {
        this.demarc = demarc;
    }

    /** One operation of a service's API. */
    private record Operation(String method, String path) {}

    @ParameterizedTest
    @EnumSource(Service.class)
    void refusesARemadeNameAtEveryEndpoint(Service service) throws IOException {
        for (Operation each : operations(service)) {
            assertThat(status(service, each, "Host: evil.example"))
                    .as("%s %s", each.method(), each.path())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void refusesAForeignPageAtEveryEndpointThatWrites(Service service) throws IOException {
        for (Operation each : operations(service)) {
            if (WRITES.contains(each.method())) {
                assertThat(status(service, each, "Host: " + OWN, "Origin: http://evil.example"))
                        .as("%s %s by Origin", each.method(), each.path())
                        .isEqualTo(403);
                assertThat(status(service, each, "Host: " + OWN, "Sec-Fetch-Site: cross-site"))
                        .as("%s %s by Fetch metadata", each.method(), each.path())
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Service.class, names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
    void refusesACallerWithoutATokenAtEveryEndpoint(Service service) throws IOException {
        for (Operation each : operations(service)) {
            assertThat(status(service, each, "Host: " + OWN))
                    .as("%s %s", each.method(), each.path())
                    .isEqualTo(401);
            assertThat(status(service, each, "Host: " + OWN, "Authorization: Bearer e30.e30.e30"))
                    .as("%s %s with a token of nobody", each.method(), each.path())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Service.class, names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
    void takesNoTokenThatIsMeantForAnother(Service service) throws IOException {
        Service other = service == Service.CATALOG ? Service.SCANNER : Service.CATALOG;

        assertThat(status(
                        service,
                        new Operation("GET", "/q/openapi"),
                        "Host: " + OWN,
                        "Authorization: " + demarc.authorization(other)))
                .isEqualTo(401);
    }

    private List<Operation> operations(Service service) {
        JsonNode paths = demarc.get(service, "/q/openapi?format=json").path("paths");
        List<Operation> operations = new ArrayList<>(List.of(
                new Operation("GET", "/q/openapi"), new Operation("GET", "/"), new Operation("POST", "/anything")));
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
            String method = name.toUpperCase(Locale.ROOT);
            if (METHODS.contains(method)) {
                operations.add(new Operation(method, path.getKey().replaceAll("\\{[^}]*}", "1")));
            }
        }));
        assertThat(operations).hasSizeGreaterThan(3);
        return operations;
    }

    private int status(Service service, Operation operation, String... headers) throws IOException {
        String request =
                "%s %s HTTP/1.1\r\n%s\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                        .formatted(operation.method(), operation.path(), String.join("\r\n", headers));
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), demarc.address(service, "/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }
}
