package dev.demarc.scanner.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IamFilesTest {
    private static final Path FOLDER = Path.of("../deploy/iam");
    private static final Path PAGE = Path.of("../docs/scanning.md");
    private static final Pattern TABLE = Pattern.compile("\\| for \\| actions \\|\\n(\\|.*\\n)+");
    private static final Pattern DECLARED = Pattern.compile("(?<=[\" ])[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]+(?=[\",])");
    private static final CalledActions CALLED = new CalledActions();
    private static final IamFiles MADE = new IamFiles();

    /** With {@code -Ddemarc.iam.write=true} it writes them instead. */
    @Test
    void theFilesAllowWhatTheCodeCalls() throws IOException {
        Map<String, String> files = MADE.files();
        if (Boolean.getBoolean(IamFiles.WRITE)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }

        assertThat(files).allSatisfy((name, content) -> assertThat(FOLDER.resolve(name))
                .as("write it anew with -D%s=true", IamFiles.WRITE)
                .hasContent(content));
        assertThat(FOLDER)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("read-only-")
                        && !files.containsKey(file.getFileName().toString()));
    }

    /** With {@code -Ddemarc.iam.write=true} it writes the table instead. */
    @Test
    void thePageSaysWhatTheCodeCalls() throws IOException {
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean(IamFiles.WRITE)) {
            page = TABLE.matcher(page).replaceFirst(MADE.table() + "\n");
            Files.writeString(PAGE, page);
        }

        assertThat(page).as("write it anew with -D%s=true", IamFiles.WRITE).contains("\n" + MADE.table() + "\n");
    }

    @Test
    void everyCallIsOfACollectorOrOfTheWayToAccounts() {
        NavigableSet<Action> found = new TreeSet<>(CALLED.ofAccount());
        found.addAll(CALLED.toFind());

        assertThat(found).isEqualTo(CALLED.all());
        assertThat(CALLED.byType()).doesNotContainValue(new TreeSet<>());
    }

    @Test
    void namesOnlyMissingPermissionsThatTheRoleCanHave() throws IOException {
        Set<String> allowed = CALLED.all().stream().map(Action::name).collect(Collectors.toSet());

        assertThat(declared())
                .isNotEmpty()
                .allMatch(name -> allowed.contains(name) || NotForTheRole.WHY.containsKey(name));
    }

    @Test
    void readsNoDataAndChangesNothing() {
        assertThat(CALLED.all()).noneMatch(action -> NotForTheRole.refuses(action.name()));
    }

    @Test
    void readsOfApiGatewayOnlyWhatItNamesAndNoKeys() {
        assertThat(CALLED.all())
                .filteredOn(action -> action.service().equals("apigateway"))
                .isNotEmpty()
                .allMatch(action -> action.resource().matches(".*::/(apis|domainnames|restapis)(/.*)?"));
    }

    @Test
    void refusesWhatReadsDataOrChangesSomething() {
        List<String> bad = List.of(
                "s3:GetObject",
                "s3:GetObjectVersion",
                "secretsmanager:GetSecretValue",
                "ssm:GetParameter",
                "ssm:GetParametersByPath",
                "lambda:GetFunction",
                "kms:Decrypt",
                "dynamodb:Query",
                "iam:CreateUser",
                "sts:AssumeRole");

        assertThat(bad).allMatch(NotForTheRole::refuses);
    }

    @Test
    void splitsByServiceWhatIsTooLongForOnePolicy() {
        NavigableSet<Action> actions = new TreeSet<>(List.of(
                Action.parse("a:Get"), Action.parse("a:List"), Action.parse("b:Get"), Action.parse("c:Get /c")));

        List<Policy> policies = Policy.of(actions, new Policy(actions).size() - 1);

        assertThat(policies).hasSize(2).flatExtracting(Policy::actions).containsExactlyElementsOf(actions);
    }

    private static Set<String> declared() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(IamFilesTest::declared)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> declared(Path source) {
        try {
            return DECLARED.matcher(Files.readString(source)).results().map(MatchResult::group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
