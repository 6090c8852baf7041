package dev.demarc.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.(bench..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JUDGING_AND_FIGURES_NEED_NO_PLATFORM = noClasses()
            .that()
            .resideInAnyPackage("dev.demarc.bench.figure", "dev.demarc.bench.judge")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.demarc.bench.platform",
                    "dev.demarc.bench.ingest",
                    "dev.demarc.local..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "java.net..");

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..dto..", "..common..", "..helper..", "..manager..");
}
