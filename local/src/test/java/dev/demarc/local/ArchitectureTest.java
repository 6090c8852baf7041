package dev.demarc.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.(local..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NO_COMMAND_AND_NO_SAMPLE = noClasses()
            .that()
            .resideInAPackage("dev.demarc.local.platform")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.demarc.local", "dev.demarc.local.sample");

    @ArchTest
    static final ArchRule THE_SAMPLE_IS_MADE_OF_RECORDS_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.demarc.local.sample")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.demarc.local",
                    "dev.demarc.local.platform",
                    "dev.demarc.embedded..",
                    "org.apache.kafka..",
                    "java.net..",
                    "java.sql..");

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..dto..", "..common..", "..helper..", "..manager..");
}
