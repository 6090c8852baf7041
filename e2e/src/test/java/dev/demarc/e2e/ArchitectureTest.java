package dev.demarc.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.e2e")
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_PLATFORM_IS_SEEN_FROM_OUTSIDE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.demarc.assessment..", "dev.demarc.catalog..", "dev.demarc.gateway..", "dev.demarc.scanner..");
}
