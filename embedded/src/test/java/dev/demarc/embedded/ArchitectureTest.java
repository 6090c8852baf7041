package dev.demarc.embedded;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.embedded", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_SERVERS_KNOW_NOTHING_OF_DEMARC = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.demarc..").and(resideOutsideOfPackage("dev.demarc.embedded..")));

    @ArchTest
    static final ArchRule THEY_START_WITHOUT_A_FRAMEWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus.arc..", "io.vertx..", "io.smallrye..");

    @ArchTest
    static final ArchRule THE_ROOM_IS_ONE_PACKAGE = noClasses().should().resideOutsideOfPackage("dev.demarc.embedded");
}
