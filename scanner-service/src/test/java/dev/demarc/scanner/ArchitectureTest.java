package dev.demarc.scanner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.demarc.scanner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FRAMEWORKS = {"jakarta..", "io.quarkus..", "io.smallrye..", "org.jboss.."};

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.scanner.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TEXT_FROM_OUTSIDE_MEETS_LINEAR_MATCHERS_ONLY = noClasses()
            .that()
            .resideInAnyPackage("..canonical..", "..collector..", "..run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class);

    @ArchTest
    static final ArchRule THE_CANONICAL_FORM_IS_A_FUNCTION = noClasses()
            .that()
            .resideInAPackage("..canonical..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.net.http..", "java.nio.file..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk.services..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule WHAT_READS_KNOWS_NOT_WHERE_IT_IS_WRITTEN = noClasses()
            .that()
            .resideInAnyPackage("..collector..", "..aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule WHAT_WRITES_KNOWS_NO_FRAMEWORK_AND_NO_AWS = noClasses()
            .that()
            .resideInAPackage("..run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..impl..", "..dto..", "..service..", "..common..", "..helper..", "..manager..");
}
