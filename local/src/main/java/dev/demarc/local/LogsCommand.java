package dev.demarc.local;

import dev.demarc.local.platform.LogFile;
import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Shows the end of the logs, of one part or of all, and with {@code -f} what is added to them. */
final class LogsCommand {
    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 20;
    private static final List<String> PARTS = Stream.concat(
                    Arrays.stream(Service.values()).map(Service::id), Stream.of("kafka", "postgresql"))
            .toList();

    private final Workplace workplace;

    LogsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run(List<String> words) {
        List<String> parts = new ArrayList<>(words);
        boolean follow = parts.removeAll(List.of("-f", "--follow"));
        parts.replaceAll(LogsCommand::part);
        return follow ? follow(parts.isEmpty() ? PARTS : parts) : show(parts);
    }

    private int show(List<String> parts) {
        if (parts.size() == 1) {
            System.out.println(LogFile.lastLinesOfBoth(log(parts.get(0)), LINES_OF_ONE));
            return 0;
        }
        for (String part : parts.isEmpty() ? PARTS : parts) {
            System.out.println("==> " + part + " (" + log(part) + ")");
            System.out.println(LogFile.lastLinesOfBoth(log(part), LINES_OF_EACH));
        }
        return 0;
    }

    private int follow(List<String> parts) {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(LINES_OF_EACH), "-F"));
        parts.stream()
                .map(this::log)
                .filter(log -> parts.size() == 1 || Files.exists(log))
                .flatMap(log ->
                        Stream.of(log, LogFile.printed(log)).filter(file -> file == log || LogFile.hasText(file)))
                .forEach(file -> command.add(file.toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UsageException("Following needs the program tail, which cannot be run here: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Path log(String part) {
        return workplace.folder().log(part);
    }

    private static String part(String word) {
        String name = Service.named(word).map(Service::id).orElse(word);
        if (!PARTS.contains(name)) {
            throw new UsageException(
                    "No part of the platform is called \"" + word + "\", accepted are " + String.join(", ", PARTS));
        }
        return name;
    }
}
