package io.unifiedcommerce.channel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for all code of the kit. */
@AnalyzeClasses(packages = "io.unifiedcommerce.channel", importOptions = ImportOption.DoNotIncludeTests.class)
class KitRulesTest {
    private static final String STATICS_LEAK =
            "a static is shared by all connectors of one worker and by none of another worker";

    @ArchTest
    static final ArchRule onlyTheTransportKnowsOkHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..channel.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..")
            .because("timeouts, limits, quota and credentials hold only for what goes through ChannelClient");

    @ArchTest
    static final ArchRule nobodyUsesTheClientOfTheJdk = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("its time-out ends with the headers, so that a stalled body hangs the task");

    @ArchTest
    static final ArchRule recordsAndTheirMappingKnowNoTransport = noClasses()
            .that()
            .resideInAnyPackage(
                    "..channel.manifest..", "..channel.record..", "..channel.mapping..", "..channel.template..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..channel.http..", "..channel.auth..", "..channel.quota..")
            .because("the SMT maps records without any platform in reach");

    @ArchTest
    static final ArchRule bookkeepingKnowsNoTransport = noClasses()
            .that()
            .resideInAnyPackage("..channel.auth..", "..channel.quota..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..channel.http..")
            .because("signers and budgets are tested without a server");

    @ArchTest
    static final ArchRule staticsAreFinal = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because(STATICS_LEAK);

    @ArchTest
    static final ArchRule staticsHoldNothingThatChanges = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveRawType(describe("changeable", KitRulesTest::changeable))
            .because(STATICS_LEAK);

    private static boolean changeable(JavaClass type) {
        return type.isArray()
                || type.isAssignableTo("java.util.concurrent.ConcurrentMap")
                || type.getPackageName().equals("java.util.concurrent.atomic");
    }
}
