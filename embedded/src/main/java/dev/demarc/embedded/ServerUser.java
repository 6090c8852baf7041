package dev.demarc.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The user that PostgreSQL runs as: the caller, or for root, whom PostgreSQL refuses, one without rights. */
enum ServerUser {
    CALLER(""),
    /** Root seen through a user namespace without a mapping: files stay root's. */
    UNMAPPED("unshare --user --"),
    /** Where user namespaces are shut, as in most containers. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups --");

    private static final int NOBODY_ID = 65_534;

    private final String prefix;

    ServerUser(String prefix) {
        this.prefix = prefix;
    }

    static ServerUser choose(Path folder) {
        if (!isRoot(folder)) {
            return CALLER;
        }
        return Stream.of(UNMAPPED, NOBODY)
                .filter(ServerUser::worksHere)
                .findFirst()
                .orElseThrow(() -> new EmbeddedStartException("PostgreSQL refuses to run as root, and neither unshare"
                        + " nor setpriv can make root another user here: run as another user"));
    }

    boolean worksHere() {
        return succeeds(command(List.of("true")));
    }

    List<String> command(List<String> command) {
        return Stream.concat(Stream.of(prefix.split(" ")).filter(word -> !word.isEmpty()), command.stream())
                .toList();
    }

    /** Gives the folder to this user and makes sure that the user can get there. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", NOBODY_ID);
            }
        }
        mustReach(folder);
    }

    void mustReach(Path path) {
        if (this == NOBODY && !succeeds(command(List.of("test", "-r", path.toString())))) {
            throw new EmbeddedStartException("PostgreSQL refuses to run as root, and the user nobody cannot reach "
                    + path + ": run as another user, or use a folder that everyone may enter");
        }
    }

    private static boolean isRoot(Path folder) {
        try {
            Path probe = Files.createTempFile(folder, "probe-", "");
            try {
                return Files.getAttribute(probe, "unix:uid").equals(0);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new EmbeddedStartException("PostgreSQL's data folder " + folder + " cannot be written: " + e, e);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
