package dev.demarc.scanner.command;

import dev.demarc.scanner.command.Options.Words;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** Carries out {@code scan} and {@code import}; ends with 0 if all was read, 1 if some was not, 2 if nothing was. */
public final class CommandLine implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(CommandLine.class);

    static final int ALL = 0;
    static final int SOME = 1;
    static final int NOTHING = 2;

    private static final String USAGE = """
            usage: scan [--regions a,b] [--types AWS::S3::Bucket,...] [--accounts 111122223333,...]
                     reads AWS accounts with the caller's credentials; region 'global' stands for what has no region
                   import FILE|FOLDER... [--organization ID] [--observed-at TIME] [--more-regions a,b]
                     reads AWS Config snapshots or items in canonical form, as they are or packed with gzip, one file
                     after the other; accounts stay in the organisation that is known, unless ID is given; TIME, such
                     as 2026-03-01T10:11:12Z, is when AWS Config delivered a file whose name does not tell""";

    private final Instance<ScanCommand> scan;
    private final Instance<ImportCommand> importing;
    private final PrintStream out = System.out;

    @Inject
    public CommandLine(Instance<ScanCommand> scan, Instance<ImportCommand> importing) {
        this.scan = scan;
        this.importing = importing;
    }

    @Override
    public int run(String... arguments) {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            return switch (arguments[0]) {
                case "scan" -> scan.get().run(parsed(rest, Words.NONE, "regions", "types", "accounts"), out);
                case "import" -> importing.get().run(parsed(rest, Words.SOME, ImportCommand.OPTIONS), out);
                default ->
                    throw new UsageException(
                            "command is '%s'; accepted: scan, import%n%s".formatted(arguments[0], USAGE));
            };
        } catch (UsageException e) {
            out.println(e.getMessage());
            return NOTHING;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s ended early", arguments[0]);
            out.printf("%s ended early by a fault of its own; its log has the details%n", arguments[0]);
            return NOTHING;
        }
    }

    private static Options parsed(List<String> rest, Words words, String... accepted) {
        try {
            return Options.parse(rest, words, accepted);
        } catch (UsageException e) {
            throw new UsageException(e.getMessage() + System.lineSeparator() + USAGE);
        }
    }
}
