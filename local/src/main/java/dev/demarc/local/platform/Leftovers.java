package dev.demarc.local.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Services that a killed launcher left: they end by themselves soon, and by force if not. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    static void end(DataFolder folder) {
        List<ProcessHandle> processes = RunState.read(folder).stream()
                .flatMap(state -> Arrays.stream(Service.values()).map(state::process))
                .flatMap(Optional::stream)
                .toList();
        processes.forEach(ProcessHandle::destroy);
        processes.forEach(Leftovers::await);
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
