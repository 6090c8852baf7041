package dev.demarc.scanner.command;

import dev.demarc.scanner.command.Options.Words;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Carries out {@code scan} and {@code import}; ends with 0 if all was read, 1 if some was not, 2 if nothing was. */
public final class CommandLine implements QuarkusApplication {
    static final int ALL = 0;
    static final int SOME = 1;
    static final int NOTHING = 2;

    private static final String USAGE = """
            usage: scan [--regions a,b] [--types AWS::S3::Bucket,...] [--accounts 111122223333,...]
                     reads AWS accounts with the caller's credentials; region 'global' stands for what has no region
                   import FILE... [--organization NAME]
                     reads AWS Config snapshots (.json, .json.gz) or items in canonical form (.jsonl, .jsonl.gz),
                     one after the other""";

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
                case "scan" -> scan.get().run(Options.parse(rest, Words.NONE, "regions", "types", "accounts"), out);
                case "import" -> importing.get().run(Options.parse(rest, Words.SOME, "organization"), out);
                default -> throw new UsageException("command is '%s'; accepted: scan, import".formatted(arguments[0]));
            };
        } catch (UsageException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return NOTHING;
        }
    }
}
