package io.unifiedcommerce.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the architecture, over the byte code of all plugins. */
@AnalyzeClasses(packages = "io.unifiedcommerce", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {

    @ArchTest
    static final ArchRule MODULES_USE_ONLY_WHAT_IS_BELOW_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("unified-model")
            .definedBy("io.unifiedcommerce.model..")
            .layer("channel-kit")
            .definedBy("io.unifiedcommerce.channel..")
            .layer("channels")
            .definedBy("io.unifiedcommerce.channels..")
            .layer("smt")
            .definedBy("io.unifiedcommerce.smt..")
            .layer("source-kit")
            .definedBy("io.unifiedcommerce.sourcekit..")
            .layer("channel-source")
            .definedBy("io.unifiedcommerce.source..")
            .layer("pos-source")
            .definedBy("io.unifiedcommerce.pos..")
            .layer("interaction-source")
            .definedBy("io.unifiedcommerce.interaction..")
            .layer("channel-sink")
            .definedBy("io.unifiedcommerce.sink..")
            .layer("meta-conversions-sink")
            .definedBy("io.unifiedcommerce.meta..")
            .whereLayer("channel-kit")
            .mayOnlyBeAccessedByLayers(
                    "channels",
                    "smt",
                    "source-kit",
                    "channel-source",
                    "pos-source",
                    "interaction-source",
                    "channel-sink",
                    "meta-conversions-sink")
            .whereLayer("channels")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("smt")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("source-kit")
            .mayOnlyBeAccessedByLayers("channel-source", "interaction-source")
            .whereLayer("channel-source")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pos-source")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("interaction-source")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("channel-sink")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("meta-conversions-sink")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ONLY_THE_TRANSPORT_KNOWS_ITS_HTTP_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.unifiedcommerce.channel.http..",
                    "io.unifiedcommerce.channel.auth..",
                    // one call of its own, without quota or renewed credentials
                    "io.unifiedcommerce.meta..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..")
            .because("a request must pass quota, credentials and retries");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("plugins of one directory share a class loader, so a static leaks between connectors");

    @ArchTest
    static final ArchRule STATIC_FIELDS_HOLD_NO_CHANGING_THINGS = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(resideInAPackage("java.util.concurrent.."))
            .because("a queue, an atomic or a concurrent map is there to be changed");
}
