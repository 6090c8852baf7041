package dev.demarc.local;

import dev.demarc.embedded.Folders;
import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.platform.Progress;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import dev.demarc.local.sample.SampleOrganization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The sample organisation in a running platform: it goes in as files that the scanner imports. */
final class Sample {
    private static final String ORGANIZATION = "sample";

    /** The scanner's exit status when it could not read everything: in the sample one account is partly denied. */
    private static final int SOME_UNREAD = 1;

    private final Workplace workplace;
    private final RunState state;
    private final Progress progress;

    Sample(Workplace workplace, RunState state, Progress progress) {
        this.workplace = workplace;
        this.state = state;
        this.progress = progress;
    }

    /** Loads it unless this data had it before; a failure is told and does not end the platform. */
    void loadOnce() {
        if (Files.exists(workplace.folder().sampleMark())) {
            return;
        }
        if (load() != 0) {
            progress.say("The sample organisation could not be loaded; try ./demarc sample load");
        }
    }

    int load() {
        try {
            Path files = workplace.folder().path().resolve("sample-files");
            try {
                return importAll(new SampleOrganization(Instant.now()).writeTo(files));
            } finally {
                Folders.delete(files);
            }
        } catch (IOException e) {
            throw new PlatformException("The sample organisation cannot be written: " + e.getMessage(), e);
        }
    }

    int remove() {
        int accounts = new AccountRemoval(workplace.environment().kafkaClient(state.bootstrapServers()))
                .removeOrganization(ORGANIZATION);
        progress.say(
                accounts == 0
                        ? "The sample organisation is not there"
                        : "The sample organisation is removed: " + accounts + " accounts");
        return 0;
    }

    private int importAll(List<Path> files) throws IOException {
        int status = new ScannerCommand(workplace)
                .run(
                        state.bootstrapServers(),
                        "import",
                        files.stream().map(Path::toString).toList(),
                        ProcessBuilder.Redirect.appendTo(
                                workplace.folder().log("sample").toFile()));
        if (status > SOME_UNREAD) {
            progress.say("Its log: " + workplace.folder().log("sample"));
            return status;
        }
        state();
        workplace.folder().markSample(Instant.now());
        progress.say("The sample organisation is loaded (./demarc sample remove takes it out)");
        return 0;
    }

    /** Without statements the sample is still of use. */
    private void state() {
        try {
            new SampleStatements(state.address(Service.GATEWAY), Instant.now()).state();
        } catch (PlatformException e) {
            progress.say(
                    "The people of the sample organisation could not state all that they would: " + e.getMessage());
        }
    }
}
