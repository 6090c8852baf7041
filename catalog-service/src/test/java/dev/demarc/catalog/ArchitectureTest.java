package dev.demarc.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule CONTENT_KNOWS_NO_FRAMEWORK_AND_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.apache.kafka..")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule MERGE_AND_DIFF_AND_EDITS_ARE_FUNCTIONS = noClasses()
            .that()
            .haveNameMatching(".*(ThreeWayMerge|RevisionDiff|PackedRevision|CatalogEdits?)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE =
            noClasses().that().haveSimpleNameEndingWith("Entity").should().bePublic();
}
