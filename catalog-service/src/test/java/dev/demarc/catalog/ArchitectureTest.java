package dev.demarc.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.demarc.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.catalog.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CONTENT_AND_CHANGE_KNOW_NO_FRAMEWORK_AND_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("dev.demarc.catalog.content..", "dev.demarc.catalog.change..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.apache.kafka..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE =
            noClasses().that().areAnnotatedWith(Entity.class).should().bePublic();
}
