package dev.demarc.local;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Person;
import dev.demarc.local.platform.DataFolder;
import dev.demarc.local.platform.DeploymentKey;
import dev.demarc.local.platform.Environment;
import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.platform.RunState;
import dev.demarc.shell.token.CallerTokens;
import dev.demarc.shell.token.EdgeKey;
import dev.demarc.shell.token.Part;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where a command works: the root of the build, the data folder, the caller's environment. */
record Workplace(Path root, DataFolder folder, Environment environment) {
    /** The state of the platform that runs here; empty when none does. */
    Optional<RunState> running() {
        return RunState.read(folder).filter(state -> state.launcher().isPresent());
    }

    RunState mustRun() {
        return running()
                .orElseThrow(() -> new PlatformException("Demarc is not running here: start it with ./demarc up"));
    }

    /** The Authorization header with which the launcher calls a part of the platform. */
    String authorization(Part audience) {
        EdgeKey key = EdgeKey.of(DeploymentKey.EDGE.of(environment, folder));
        return new CallerTokens(Part.LAUNCHER, key, Clock.systemUTC())
                .authorization(audience, Grant.everything(new Person(null, "./demarc")));
    }

    static void refuseWords(String command, List<String> words) {
        if (!words.isEmpty()) {
            throw new UsageException(
                    "./demarc " + command + " takes nothing more, given was: " + String.join(" ", words));
        }
    }
}
