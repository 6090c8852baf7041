package dev.demarc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.local.platform.Program;
import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformLifeTest {
    private final FakeCheckout checkout;

    PlatformLifeTest(@TempDir Path root) throws Exception {
        checkout = FakeCheckout.in(root);
    }

    @AfterEach
    void endWhatATestLeft() throws Exception {
        checkout.clear();
    }

    @Test
    void servesTheOtherCommandsUntilDownEndsEverything() throws Exception {
        RunningCommand up = checkout.up("--no-sample");

        RunningCommand status = checkout.run("status");
        assertThat(status.output()).contains("catalog", "ready", "MiB");
        assertThat(status.process().exitValue()).isZero();
        assertThat(checkout.run("recount").output()).isEqualToIgnoringNewLines("{\"agrees\": true}");
        assertThat(checkout.run("logs", "gateway").output()).contains("listens on " + checkout.port(Service.GATEWAY));
        RunningCommand imported = checkout.run("import", "snapshot.json");
        assertThat(imported.output()).contains("[import, snapshot.json] to 127.0.0.1:");
        assertThat(imported.process().exitValue()).isEqualTo(FakeService.SCANNER_STATUS);
        assertThat(FakeCheckout.get(checkout.address(Service.CATALOG).resolve("/database")))
                .endsWith("/catalog");

        assertThat(checkout.run("down").output()).contains("Demarc is down");
        assertThat(up.process().waitFor()).isNotZero();
        assertThat(checkout.processes()).isEmpty();
        assertThat(checkout.run("status").process().exitValue()).isEqualTo(3);
    }

    @Test
    void letsNobodyElseReadItsDataAndItsLogs() throws Exception {
        checkout.up().awaitOutput("sample organisation is loaded");

        checkout.run("down");

        try (Stream<Path> paths = Files.walk(checkout.data())) {
            assertThat(paths.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(10)
                    .noneMatch(PlatformLifeTest::isOpenToOthers);
        }
    }

    @Test
    void startsASecondTimeOnlyAfterTheFirst() throws Exception {
        RunningCommand up = checkout.up("--no-sample");

        RunningCommand second = checkout.run("up");

        assertThat(second.process().exitValue()).isEqualTo(1);
        assertThat(second.output())
                .contains("already running", "process " + up.process().pid(), "" + checkout.port(Service.GATEWAY));
    }

    @Test
    void leavesNothingBehindWhenItsLauncherIsKilledAndStartsAgain() throws Exception {
        RunningCommand up = checkout.up("--no-sample");
        assertThat(checkout.processes()).hasSizeGreaterThan(Service.values().length);

        up.process().destroyForcibly().waitFor();

        await().atMost(FakeCheckout.SOON).until(() -> checkout.processes().isEmpty());
        checkout.up("--no-sample");
    }

    @Test
    void startsAtOnceAfterItsLauncherWasKilled() throws Exception {
        checkout.up("--no-sample").process().destroyForcibly().waitFor();

        checkout.up("--no-sample");

        assertThat(checkout.run("status").process().exitValue()).isZero();
    }

    @Test
    void startsAServiceAgainThatDied() throws Exception {
        RunningCommand up = checkout.up("--no-sample");
        URI gateway = checkout.address(Service.GATEWAY);

        await().ignoreExceptions().until(() -> dies(gateway));

        up.awaitOutput("gateway ended with status 3 and starts again in 1 s");
        await().atMost(FakeCheckout.SOON).ignoreExceptions().untilAsserted(() -> assertThat(
                        FakeCheckout.get(gateway.resolve("/q/health/ready")))
                .contains("UP"));
    }

    @Test
    void triesOnUntilPostgresqlStartsAgain() throws Exception {
        RunningCommand up = checkout.up("--no-sample");

        int port = checkout.killPostgres();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            up.awaitOutput("PostgreSQL had ended and cannot be started again yet: Port " + other.getLocalPort());
        }

        up.awaitOutput("PostgreSQL had ended and was started again");
    }

    @Test
    void emptiesItsDataWhenAskedForAFreshStart() throws Exception {
        Path mark = checkout.data().resolve("data/sample-loaded");
        RunningCommand up = checkout.up();
        up.awaitOutput("sample organisation is loaded");
        assertThat(mark).exists();
        up.process().destroy();
        up.process().waitFor();

        checkout.up("--fresh", "--no-sample");

        assertThat(mark).doesNotExist();
    }

    @Test
    void namesThePortThatIsTakenAndHowToChangeIt() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), checkout.port(Service.CATALOG)));

            RunningCommand up = checkout.beginUp("--no-sample");

            assertThat(up.process().waitFor()).isEqualTo(1);
            assertThat(up.output())
                    .contains("Port " + checkout.port(Service.CATALOG) + ", meant for catalog, is taken")
                    .contains("--port catalog=");
        }
    }

    @Test
    void saysWhatIsNotBuilt() throws Exception {
        Files.delete(new Program(checkout.data().resolveSibling(""), Service.GATEWAY).jar());

        RunningCommand up = checkout.beginUp("--no-sample");

        assertThat(up.process().waitFor()).isEqualTo(1);
        assertThat(up.output()).contains("gateway is not built");
    }

    private static boolean dies(URI service) throws Exception {
        try {
            FakeCheckout.get(service.resolve("/die"));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether others may read a file and enter every folder of the data on the way to it. */
    private static boolean isOpenToOthers(Path file) {
        try {
            boolean open = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
            for (Path folder = file.resolveSibling("").normalize();
                    open && !folder.endsWith("data folder");
                    folder = folder.resolveSibling("").normalize()) {
                open = Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
            }
            return open;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
