package dev.demarc.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.deploy")
class ArchitectureTest {
    @ArchTest
    static final ArchRule WHAT_IS_SHIPPED_IS_READ_AS_FILES = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.demarc..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("dev.demarc.deploy..")));
}
