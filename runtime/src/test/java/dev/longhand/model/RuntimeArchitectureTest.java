package dev.longhand.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Which packages of the runtime may depend on which. */
@AnalyzeClasses(packages = "dev.longhand", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeArchitectureTest {

    @ArchTest
    static final ArchRule dependenciesRunOneWay =
            slices().matching("dev.longhand.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelFamiliesAreFreeOfCycles =
            slices().matching("dev.longhand.kernel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyVectorClassesSeeTheVectorApi = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Vector")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator..");

    @ArchTest
    static final ArchRule kernelsAndModelsKnowNothingOfTrainingAndData = noClasses()
            .that()
            .resideInAnyPackage("dev.longhand.kernel..", "dev.longhand.loss", "dev.longhand.model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhand.training..",
                    "dev.longhand.data..",
                    "dev.longhand.metric..",
                    "dev.longhand.io..",
                    "dev.longhand.optimizer..");

    @ArchTest
    static final ArchRule nothingIsReflective =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect");

    @ArchTest
    static final ArchRule theRuntimeNeedsNothingButTheJdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhand..",
                    "java..",
                    "javax.imageio..",
                    "jdk.incubator.vector..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule theApiDependsOnNothing = classes()
            .that()
            .resideInAnyPackage("dev.longhand", "dev.longhand.layer")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.longhand", "dev.longhand.layer", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule nothingTakesMoreThanSevenParameters =
            codeUnits().that(not(modifier(JavaModifier.SYNTHETIC))).should(takeAtMostSevenParameters());

    private static ArchCondition<JavaCodeUnit> takeAtMostSevenParameters() {
        return new ArchCondition<>("take at most 7 parameters") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                int count = unit.getRawParameterTypes().size();
                if (count > 7) {
                    events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " takes " + count));
                }
            }
        };
    }
}
