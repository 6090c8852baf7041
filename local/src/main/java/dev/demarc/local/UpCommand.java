package dev.demarc.local;

import dev.demarc.embedded.FolderLock;
import dev.demarc.local.platform.Platform;
import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.platform.Progress;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Starts the platform and stays until it is stopped. */
final class UpCommand {
    private final Workplace workplace;
    private final UpOptions options;
    private final Progress progress = new Progress(System.out, Clock.systemUTC());

    UpCommand(Workplace workplace, UpOptions options) {
        this.workplace = workplace;
        this.options = options;
    }

    int run() {
        try (FolderLock lock = Platform.tryLock(workplace.folder()).orElseThrow(this::alreadyRunning)) {
            progress.say("Demarc starts; its data is in " + workplace.folder().path());
            Platform platform = new Platform(
                    workplace.root(), workplace.folder(), options.ports(), workplace.environment(), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "demarc-stop"));
            RunState state = platform.start(options.fresh());
            progress.say("Demarc is up after " + progress.elapsed() + ": " + dashboard(state)
                    + "  (Ctrl-C or ./demarc down stops it)");
            if (options.sample()) {
                new Sample(workplace, state, progress).loadOnce();
            }
            return stayUntilStopped(lock);
        }
    }

    private void stop(Platform platform) {
        progress.say("Demarc stops");
        platform.stop();
        progress.say("Demarc is down");
    }

    private static int stayUntilStopped(FolderLock held) {
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            held.close();
            return 1;
        }
    }

    private PlatformException alreadyRunning() {
        return new PlatformException("Demarc is already running here"
                + workplace.running().map(UpCommand::whereItRuns).orElse("")
                + ". Stop it with ./demarc down, or set DEMARC_DATA to another folder for a second one.");
    }

    private static String whereItRuns(RunState state) {
        return state.launcher()
                        .map(launcher -> " (process " + launcher.pid() + ")")
                        .orElse("") + ": " + dashboard(state);
    }

    private static String dashboard(RunState state) {
        return "http://localhost:" + state.port(Service.GATEWAY) + "/";
    }
}
