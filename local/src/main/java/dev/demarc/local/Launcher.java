package dev.demarc.local;

import dev.demarc.embedded.EmbeddedStartException;
import dev.demarc.local.platform.DataFolder;
import dev.demarc.local.platform.Environment;
import dev.demarc.local.platform.PlatformException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./demarc} runs: one command, whose outcome is the exit status. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Launcher() {}

    /** The root of the platform is the system property {@code demarc.root}, or the working directory. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Environment environment = new Environment(System.getenv());
        Path root = Path.of(System.getProperty("demarc.root", "")).toAbsolutePath();
        Workplace workplace = new Workplace(root, DataFolder.of(root, environment.dataFolder()), environment);
        System.exit(run(workplace, Arrays.asList(arguments)));
    }

    private static int run(Workplace workplace, List<String> arguments) {
        if (arguments.isEmpty()) {
            return complain("No command given: see ./demarc help", MISUSED);
        }
        try {
            return run(workplace, arguments.get(0), arguments.subList(1, arguments.size()));
        } catch (UsageException | IllegalArgumentException e) {
            return complain(words(e), MISUSED);
        } catch (PlatformException | EmbeddedStartException e) {
            return complain(words(e), FAILED);
        }
    }

    private static int run(Workplace workplace, String command, List<String> words) {
        return switch (command) {
            case "up" -> new UpCommand(workplace, UpOptions.of(words)).run();
            case "down" -> new DownCommand(workplace).run(words);
            case "status" -> new StatusCommand(workplace).run(words);
            case "logs" -> new LogsCommand(workplace).run(words);
            case "scan", "import" -> new ScannerCommand(workplace).run(command, words);
            case "recount" -> new RecountCommand(workplace).run(words);
            case "dead-letters" -> new DeadLettersCommand(workplace).run(words);
            case "archive" -> new ArchiveCommand(workplace).run();
            case "sample" -> new SampleCommand(workplace).run(words);
            default -> throw new UsageException("\"" + command + "\" is no command: see ./demarc help");
        };
    }

    private static String words(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    private static int complain(String message, int status) {
        System.err.println(message);
        return status;
    }
}
