package dev.demarc.local;

import dev.demarc.local.platform.PlatformException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the platform that runs here. */
final class DownCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Workplace workplace;

    DownCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run(List<String> words) {
        Workplace.refuseWords("down", words);
        Optional<ProcessHandle> launcher = workplace.running().flatMap(state -> state.launcher());
        if (launcher.isEmpty()) {
            System.out.println("Demarc is not running here");
            return 0;
        }
        stop(launcher.get());
        System.out.println("Demarc is down");
        return 0;
    }

    private static void stop(ProcessHandle launcher) {
        if (!launcher.destroy()) {
            throw new PlatformException(
                    "Process " + launcher.pid() + " cannot be stopped by this user: run ./demarc down as its owner");
        }
        try {
            launcher.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            launcher.destroyForcibly();
            launcher.onExit().join();
        } catch (ExecutionException e) {
            throw new PlatformException("Process " + launcher.pid() + " cannot be watched: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while process " + launcher.pid() + " was stopping", e);
        }
    }
}
