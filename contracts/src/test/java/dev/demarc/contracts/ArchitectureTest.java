package dev.demarc.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.demarc.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule WORDS_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.contracts.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RECORDS_KNOW_NO_SERVICE_AND_NO_STORE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.demarc.shell..",
                    "dev.demarc.engine..",
                    "io.quarkus..",
                    "io.smallrye..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.ws.rs..",
                    "java.sql..",
                    "java.net.http..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule TIME_IS_TOLD_TO_THEM = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule KAFKA_STAYS_WITH_EVENTS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.demarc.contracts.event..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
