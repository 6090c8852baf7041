package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.collector.Collector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DeclaredShapeTest {
    private static final Path CONTROLS =
            Path.of("..", "catalog-service", "src", "main", "resources", "catalog", "controls");
    private static final Pattern TYPE = Pattern.compile("(?m)^ *type: \"?(AWS::[\\w:]+)");
    private static final Pattern MEMBER = Pattern.compile("(configuration|supplementaryConfiguration)\\.(\\w+)");

    @TestFactory
    Stream<DynamicTest> everythingThatControlsReadIsCarriedOrUnread() {
        Map<String, Set<String>> read = readByControls();
        return understood()
                .map(type -> DynamicTest.dynamicTest(type, () -> {
                    ConfigShape.Form empty = Objects.requireNonNull(ConfigShapes.of(type))
                            .form("eu-central-1", new TreeMap<>(), new TreeMap<>());
                    Set<String> known = new TreeSet<>();
                    empty.unread().stream().map(Unread::path).forEach(known::add);
                    empty.configuration().keySet().forEach(member -> known.add("configuration." + member));
                    empty.supplementaryConfiguration()
                            .keySet()
                            .forEach(member -> known.add("supplementaryConfiguration." + member));

                    assertThat(known).containsAll(read.getOrDefault(type, Set.of()));
                }));
    }

    private static Stream<String> understood() {
        return AllCollectors.make().all().stream().map(Collector::type).filter(DeclaredShapeTest::mayLackAnything);
    }

    /** An item of a security group has its rules, whatever else it lacks. */
    private static boolean mayLackAnything(String type) {
        return ConfigShapes.of(type) != null && !type.equals("AWS::EC2::SecurityGroup");
    }

    private static Map<String, Set<String>> readByControls() {
        Map<String, Set<String>> read = new TreeMap<>();
        for (String file : files()) {
            List<String> controls = List.of(file.split("(?m)^  - id: ", -1));
            Matcher common = TYPE.matcher(controls.get(0));
            String type = common.find() ? common.group(1) : "";
            controls.subList(1, controls.size()).forEach(control -> {
                Matcher own = TYPE.matcher(control);
                Set<String> members = read.computeIfAbsent(own.find() ? own.group(1) : type, any -> new TreeSet<>());
                MEMBER.matcher(control).results().forEach(member -> members.add(member.group()));
            });
        }
        return read;
    }

    private static List<String> files() {
        try (Stream<Path> files = Files.list(CONTROLS)) {
            return files.map(DeclaredShapeTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
