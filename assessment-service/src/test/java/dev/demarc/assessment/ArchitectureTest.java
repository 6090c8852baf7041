package dev.demarc.assessment;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.demarc.assessment.grant.Reached;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

@AnalyzeClasses(packages = "dev.demarc.assessment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] READING = {
        "..assessment.drift..",
        "..assessment.export..",
        "..assessment.finding..",
        "..assessment.inventory..",
        "..assessment.past..",
        "..assessment.team.."
    };

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.demarc.assessment.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_WRITER_OF_A_PARTITION = noClasses()
            .that()
            .resideOutsideOfPackage("..assessment.partition..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..assessment.partition..");

    /** How to talk with PostgreSQL is the ground under the rooms. */
    @ArchTest
    static final ArchRule SQL_KNOWS_NO_OTHER_ROOM = noClasses()
            .that()
            .resideInAPackage("..assessment.sql..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.demarc.assessment..")
                    .and(not(resideInAPackage("dev.demarc.assessment.sql.."))));

    @ArchTest
    static final ArchRule VERDICTS_ARE_FUNCTIONS = noClasses()
            .that()
            .resideInAPackage("..assessment.verdict..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "java.sql..", "javax.sql..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    /** Rules are records; what they are told, stores read and consumers hear. */
    @ArchTest
    static final ArchRule RULES_KNOW_NO_STORE_AND_NO_BUS = noClasses()
            .that()
            .areRecords()
            .and()
            .areTopLevelClasses()
            .and()
            .resideInAnyPackage("..assessment.run..", "..assessment.tally..", "..assessment.scorecard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.kafka..");

    /** What takes part in a transaction was given its accounts by who began it. */
    @ArchTest
    static final ArchRule WHO_BEGINS_TO_READ_HAS_A_GRANT = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(beginToRead())
            .and()
            .doNotHaveRawParameterTypes(including(Connection.class))
            .should()
            .haveRawParameterTypes(including(Reached.class));

    @ArchTest
    static final ArchRule WHO_READS_HEARS_NO_BUS = noClasses()
            .that()
            .resideInAnyPackage(READING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule ENDPOINTS_ARE_NAMED_SO =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Endpoint");

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..dto..", "..service..", "..common..", "..helper..");

    private static DescribedPredicate<JavaClass> beginToRead() {
        return resideInAnyPackage(READING)
                .and(not(annotatedWith(Path.class)))
                .and(DescribedPredicate.describe(
                        "ask the database",
                        type -> !type.isEnum()
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(dependency ->
                                                dependency.getTargetClass().isEquivalentTo(Connection.class))));
    }

    private static DescribedPredicate<List<JavaClass>> including(Class<?> parameter) {
        return DescribedPredicate.describe("including " + parameter.getSimpleName(), types -> types.stream()
                .anyMatch(type -> type.isEquivalentTo(parameter)));
    }
}
