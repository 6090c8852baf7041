package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
    private final DataFolder folder;

    RunStateTest(@TempDir Path path) {
        folder = new DataFolder(path);
    }

    @Test
    void isAbsentWhereNothingEverRan() {
        assertThat(RunState.read(folder)).isEmpty();
    }

    @Test
    void tellsTheOtherCommandsWhoRunsAndWhere() {
        RunState.begin(folder).stores("127.0.0.1:19092", "127.0.0.1:15432");

        RunState read = RunState.read(folder).orElseThrow();

        assertThat(read.launcher()).contains(ProcessHandle.current());
        assertThat(read.bootstrapServers()).isEqualTo("127.0.0.1:19092");
        assertThat(read.address(Service.GATEWAY)).hasToString("http://127.0.0.1:8080");
    }

    @Test
    void doesNotTakeAnotherProcessOfTheSameNumberForTheLauncher() throws Exception {
        RunState.begin(folder);
        String written = Files.readString(folder.runState());

        Files.writeString(folder.runState(), written.replaceAll("launcher.started=.*", "launcher.started=long ago"));

        assertThat(RunState.read(folder).orElseThrow().launcher()).isEmpty();
    }

    @Test
    void namesAFileThatCannotBeRead() throws Exception {
        RunState.begin(folder);
        Files.writeString(folder.runState(), "launcher.pid=\\u00");

        assertThatThrownBy(() -> RunState.read(folder))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(folder.runState().toString());
    }
}
