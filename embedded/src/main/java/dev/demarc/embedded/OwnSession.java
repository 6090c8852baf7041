package dev.demarc.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Puts a process into a session of its own, so that neither Ctrl-C nor the killing of the caller's group ends it. */
public final class OwnSession {
    private OwnSession() {}

    /** The words to put before a command; none where the system has no means. */
    public static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        return onPath("perl") ? List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV;") : List.of();
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(path)
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
