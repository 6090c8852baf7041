package dev.demarc.local;

import dev.demarc.local.platform.DeploymentKey;
import dev.demarc.local.platform.LogFile;
import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.platform.Program;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import dev.demarc.shell.process.ExitWithParent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a short-lived scanner in the caller's environment, with the caller's credentials and files. */
final class ScannerCommand {
    private final Workplace workplace;

    ScannerCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Passes the words on to the scanner and its exit status back. */
    int run(String command, List<String> words) {
        if (command.equals("import") && words.isEmpty()) {
            throw new UsageException("./demarc import needs a file or a folder: ./demarc import snapshot.json.gz");
        }
        return run(bootstrapServers(), command, words, ProcessBuilder.Redirect.INHERIT);
    }

    int run(String bootstrapServers, String command, List<String> words, ProcessBuilder.Redirect output) {
        Program scanner = new Program(workplace.root(), Service.SCANNER);
        if (!scanner.isBuilt()) {
            throw new PlatformException("The scanner is not built (no " + scanner.jar() + "): ./demarc up builds it");
        }
        List<String> line = new ArrayList<>(List.of(
                Program.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + ExitWithParent.PROPERTY + "=true"));
        line.addAll(scanner.words());
        line.add(command);
        line.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT);
        workplace.environment().leadInto(bootstrapServers, builder.environment());
        builder.environment().putAll(LogFile.beside(workplace.folder().log(command)));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment()
                .put(
                        DeploymentKey.SCRUB.variable(),
                        DeploymentKey.SCRUB.of(workplace.environment(), workplace.folder()));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new PlatformException("The scanner cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the scanner ran", e);
        }
    }

    private String bootstrapServers() {
        return workplace
                .running()
                .map(RunState::bootstrapServers)
                .filter(servers -> !servers.isEmpty())
                .or(() -> workplace.environment().kafka())
                .orElseThrow(() -> new PlatformException("Demarc is not running here: start it with ./demarc up, or set"
                        + " KAFKA_BOOTSTRAP_SERVERS to the Kafka of one that runs elsewhere"));
    }
}
