package dev.demarc.scanner.iam;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.collector.Collector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The actions that the scanner's compiled code asks AWS for: every call of a client of the SDK. */
final class CalledActions {
    /** The service that the scanner asks with its own credentials, before it enters an account. */
    private static final String BEFORE = "organizations";

    /** Methods of clients that call nothing, and the call that everybody may make. */
    private static final Set<String> FREE = Set.of("builder", "close", "getCallerIdentity", "serviceMetadata");

    private final Actions actions = new Actions();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.demarc.scanner");

    /** By resource type, of its collector and whatever that calls. */
    NavigableMap<String, NavigableSet<Action>> byType() {
        NavigableMap<String, NavigableSet<Action>> byType = new TreeMap<>();
        for (Collector collector : AllCollectors.make().all()) {
            byType.put(collector.type(), called(reachable(methods(collector.getClass(), "read"))));
        }
        return byType;
    }

    /** In each account, to learn its name and regions. */
    NavigableSet<Action> toEnter() {
        return ofDirectory(false);
    }

    /** With the scanner's own credentials, to learn which accounts there are. */
    NavigableSet<Action> toFind() {
        return ofDirectory(true);
    }

    NavigableSet<Action> all() {
        return called(classes.stream().flatMap(type -> type.getCodeUnits().stream()));
    }

    /** What the role in a scanned account must allow. */
    NavigableSet<Action> ofAccount() {
        NavigableSet<Action> actions = toEnter();
        byType().values().forEach(actions::addAll);
        return actions;
    }

    private NavigableSet<Action> ofDirectory(boolean before) {
        return called(classes.stream()
                        .filter(type -> type.getPackageName().equals("dev.demarc.scanner.aws"))
                        .flatMap(type -> type.getCodeUnits().stream()))
                .stream()
                .filter(action -> action.service().equals(BEFORE) == before)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JavaCodeUnit> methods(Class<?> owner, String name) {
        return classes.get(owner).getMethods().stream()
                .filter(method -> method.getName().equals(name))
                .map(method -> method);
    }

    private static Stream<JavaCodeUnit> reachable(Stream<JavaCodeUnit> from) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(from.toList());
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            targets(open.remove())
                    .flatMap(target -> target.resolveMember().stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen.stream();
    }

    private static Stream<? extends CodeUnitAccessTarget> targets(JavaCodeUnit method) {
        return Stream.of(
                        method.getCallsFromSelf(),
                        method.getMethodReferencesFromSelf(),
                        method.getConstructorReferencesFromSelf())
                .flatMap(Set::stream)
                .map(access -> access.getTarget());
    }

    private NavigableSet<Action> called(Stream<JavaCodeUnit> methods) {
        return methods.flatMap(CalledActions::targets)
                .filter(target -> target.getOwner().getPackageName().startsWith("software.amazon.awssdk.services."))
                .filter(target -> target.getOwner().getSimpleName().endsWith("Client"))
                .filter(target -> !FREE.contains(target.getName()))
                .flatMap(target -> actions.of(target.getOwner().getSimpleName(), target.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
