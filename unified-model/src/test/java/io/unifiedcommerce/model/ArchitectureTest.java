package io.unifiedcommerce.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Entity.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoHttpAndNoDatabind = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..", "okhttp3..", "org.eclipse.jetty..", "com.fasterxml.jackson.databind..")
            .because("the model says what an event is, not how it travels, and the JSON form is driven by the schema");

    @ArchTest
    static final ArchRule onlyConnectClassesTouchKafka = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(Connect|Struct)[^.]*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("Flink jobs use the Java types and the JSON form without Connect on the class path");

    @ArchTest
    static final ArchRule touchesOnlyAvroJacksonCoreAndConnect = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "io.unifiedcommerce.model..",
                    "org.apache.avro..",
                    "com.fasterxml.jackson.core..",
                    "org.apache.kafka.connect.data..")
            .because("everything else in the project stands on this module");

    @ArchTest
    static final ArchRule hasNoStaticMutableState = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith("org.apache.avro.specific.AvroGenerated")
            .should()
            .beFinal()
            .because("plugins of one directory share one class loader");
}
