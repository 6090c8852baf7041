package dev.demarc.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.shell", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.shell.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_LAUNCHER_CAN_SIGN_WITHOUT_A_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..token..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "io.smallrye..");

    @ArchTest
    static final ArchRule NO_FEATURE_LIVES_HERE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.demarc.contracts.api..",
                    "dev.demarc.contracts.catalog..",
                    "dev.demarc.contracts.finding..",
                    "dev.demarc.contracts.resource..",
                    "dev.demarc.contracts.scan..",
                    "dev.demarc.contracts.scorecard..",
                    "dev.demarc.engine..");
}
