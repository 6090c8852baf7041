package dev.demarc.local;

import dev.demarc.local.platform.Progress;
import java.time.Clock;
import java.util.List;

/** Loads the sample organisation into the running platform, or takes it out. */
final class SampleCommand {
    private final Workplace workplace;

    SampleCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run(List<String> words) {
        String what = words.size() == 1 ? words.get(0) : "";
        if (!List.of("load", "remove").contains(what)) {
            throw new UsageException("./demarc sample takes load or remove, given was: " + String.join(" ", words));
        }
        Sample sample = new Sample(workplace, workplace.mustRun(), new Progress(System.out, Clock.systemUTC()));
        return what.equals("load") ? sample.load() : sample.remove();
    }
}
