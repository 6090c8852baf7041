package dev.demarc.local;

import dev.demarc.local.platform.Health;
import dev.demarc.local.platform.Memory;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Shows each part of the running platform: whether it is ready, where it listens, its process and memory. */
final class StatusCommand {
    private static final int NOT_READY = 1;
    private static final int NOT_RUNNING = 3;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private final Workplace workplace;

    StatusCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run(List<String> words) {
        Workplace.refuseWords("status", words);
        Optional<RunState> running = workplace.running();
        if (running.isEmpty()) {
            System.out.println("Demarc is not running here");
            return NOT_RUNNING;
        }
        return show(running.get());
    }

    private static int show(RunState state) {
        row("part", "state", "address", "process", "memory");
        boolean ready = true;
        for (Service service : Service.values()) {
            Health health = Health.of(state.address(service));
            ready &= health == Health.READY;
            Optional<ProcessHandle> process = state.process(service);
            row(
                    service.id(),
                    health.toString(),
                    state.address(service).toString(),
                    process.map(each -> Long.toString(each.pid())).orElse("-"),
                    process.map(Memory::ofOne).map(StatusCommand::megabytes).orElse("-"));
        }
        Optional<ProcessHandle> launcher = state.launcher();
        row(
                "kafka",
                state.bootstrapServers().isEmpty() ? "starting" : "",
                state.bootstrapServers(),
                launcher.map(each -> Long.toString(each.pid())).orElse("-"),
                launcher.map(Memory::ofOne).map(StatusCommand::megabytes).orElse("-"));
        row(
                "postgresql",
                state.postgres().isEmpty() ? "starting" : "",
                state.postgres(),
                "",
                launcher.map(each -> megabytes(ofDatabase(each, state))).orElse("-"));
        row(
                "all",
                "",
                "",
                "",
                launcher.map(each -> megabytes(Memory.ofTree(each))).orElse("-"));
        return ready ? 0 : NOT_READY;
    }

    private static OptionalLong ofDatabase(ProcessHandle launcher, RunState state) {
        List<Long> services = Arrays.stream(Service.values())
                .flatMap(service -> state.process(service).stream())
                .map(ProcessHandle::pid)
                .toList();
        long bytes = launcher.children()
                .filter(child -> !services.contains(child.pid()))
                .flatMap(child -> Stream.of(Memory.ofTree(child)))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isEmpty() ? "-" : String.format(Locale.ROOT, "%.0f MiB", bytes.getAsLong() / BYTES_PER_MEBIBYTE);
    }

    private static void row(String part, String health, String address, String process, String memory) {
        System.out.printf(Locale.ROOT, "  %-12s %-10s %-26s %8s %10s%n", part, health, address, process, memory);
    }
}
