package io.unifiedcommerce.flink.inventory.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.unifiedcommerce.flink", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {

    @ArchTest
    static final ArchRule THE_CORE_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..inventory.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..inventory.core..")
            .because("its invariants are tested over millions of histories, without any framework");

    @ArchTest
    static final ArchRule ONLY_THE_JOB_KNOWS_FLINK = noClasses()
            .that()
            .resideOutsideOfPackage("..inventory.job..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..inventory.core..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("a replay must decide the same: time is an argument");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal().because("subtasks of one process share static fields");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("io.unifiedcommerce.flink.inventory.(*)..")
            .should()
            .beFreeOfCycles();
}
