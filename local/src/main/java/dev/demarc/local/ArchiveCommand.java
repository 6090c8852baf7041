package dev.demarc.local;

import dev.demarc.embedded.Folders;
import dev.demarc.local.platform.Program;
import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Archives the classes of the services after a build, so that they start sooner; without, they start all the same. */
final class ArchiveCommand {
    private final Workplace workplace;

    ArchiveCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run() {
        long missing = Arrays.stream(Service.values())
                .parallel()
                .map(service -> new Program(workplace.root(), service))
                .filter(program -> program.isBuilt() && !program.isArchived() && !archive(program))
                .count();
        return missing == 0 ? 0 : 1;
    }

    private boolean archive(Program program) {
        Path log = workplace.folder().log(program.service().id() + "-archive");
        try {
            Folders.makePrivate(log.resolveSibling(""));
            if (program.archive(log)) {
                return true;
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.printf(
                "The classes of %s are not archived, it starts more slowly; the log: %s%n",
                program.service().id(), log);
        return false;
    }
}
