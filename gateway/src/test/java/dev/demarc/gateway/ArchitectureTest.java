package dev.demarc.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.demarc.contracts.access.Sight;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

@AnalyzeClasses(packages = "dev.demarc.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.gateway.(*)..").should().beFreeOfCycles();

    /** What the container makes is the shell of a feature; what anybody may make is its core. */
    @ArchTest
    static final ArchRule WHAT_THE_CONTAINER_DOES_NOT_MAKE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "..gateway.account..",
                    "..gateway.evidence..",
                    "..gateway.framework..",
                    "..gateway.organization..",
                    "..gateway.responsibility..",
                    "..gateway.scan..")
            .and()
            .areNotAnnotatedWith(Singleton.class)
            .and()
            .areNotInterfaces()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "io.micrometer..",
                    "io.quarkus..",
                    "io.vertx..",
                    "io.smallrye..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule WHO_ASKS_WHICH_ACCOUNTS_THERE_ARE_SAYS_WHAT_MAY_BE_SEEN = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage("..gateway.account..").and(annotatedWith(Singleton.class)))
            .and()
            .haveRawReturnType(DescribedPredicate.describe(
                    "one or many", type -> type.isEquivalentTo(List.class) || type.isEquivalentTo(Optional.class)))
            .should()
            .haveRawParameterTypes(DescribedPredicate.describe(
                    "including Sight", types -> types.stream().anyMatch(type -> type.isEquivalentTo(Sight.class))));

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..dto..", "..service..", "..common..", "..helper..");
}
