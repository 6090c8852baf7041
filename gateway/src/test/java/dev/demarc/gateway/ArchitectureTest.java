package dev.demarc.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

@AnalyzeClasses(packages = "dev.demarc.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .haveSimpleNameContaining("Rollup")
            .or()
            .haveSimpleNameStartingWith("TallySums")
            .or()
            .haveSimpleNameStartingWith("Units")
            .or()
            .haveSimpleNameStartingWith("BlindGroups")
            .or()
            .haveSimpleNameStartingWith("Matrix")
            .or()
            .haveSimpleNameStartingWith("Comparison")
            .or()
            .haveSimpleNameStartingWith("FrameworkPosture")
            .or()
            .haveSimpleNameStartingWith("AccountQuery")
            .or()
            .haveSimpleName("Scan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "io.smallrye..", "org.apache.kafka..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..dto..", "..service..", "..common..", "..helper..");
}
