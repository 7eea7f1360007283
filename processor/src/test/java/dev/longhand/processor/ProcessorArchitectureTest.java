package dev.longhand.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The stages know what they receive and nothing of what comes after them, and kinds of layers nothing of each other. */
@AnalyzeClasses(packages = "dev.longhand.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ProcessorArchitectureTest {

    private static final String HERE = "dev.longhand.processor.";

    private static final DescribedPredicate<JavaClass> COMPILER = resideInAnyPackage(
                    "javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
            .as("javac's types");

    private static final DescribedPredicate<JavaClass> JAVAPOET = resideInAPackage("com.palantir.javapoet..");

    private static final DescribedPredicate<JavaClass> OF_CHECK = ofStage("check", StageOfLayer.CHECK);

    private static final DescribedPredicate<JavaClass> OF_PLAN =
            ofStage("plan", StageOfLayer.PLAN).or(StageOfLayer.FORMULA.classes());

    private static final DescribedPredicate<JavaClass> OF_EMIT = ofStage("emit", StageOfLayer.EMITTER);

    /** The classes of a stage: its package, and its classes in the packages of layers. */
    private static DescribedPredicate<JavaClass> ofStage(String stage, StageOfLayer ofLayers) {
        return resideInAPackage(HERE + stage + "..").or(ofLayers.classes()).as("classes of " + stage);
    }

    @ArchTest
    static final ArchRule stagesLookBackOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("read")
            .definedBy(HERE + "read..")
            .layer("check")
            .definedBy(HERE + "check..")
            .layer("formula")
            .definedBy(HERE + "formula..")
            .layer("flow")
            .definedBy(HERE + "flow..")
            .layer("plan")
            .definedBy(HERE + "plan..")
            .layer("pretrained")
            .definedBy(HERE + "pretrained..")
            .layer("emit")
            .definedBy(HERE + "emit..")
            .layer("layers")
            .definedBy(HERE + "layer..")
            .layer("processor")
            .definedBy("dev.longhand.processor")
            .whereLayer("processor")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("layers")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("layers", "processor")
            .whereLayer("pretrained")
            .mayOnlyBeAccessedByLayers("emit", "processor")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("pretrained", "emit", "layers", "processor")
            .whereLayer("flow")
            .mayOnlyBeAccessedByLayers("plan", "pretrained", "emit", "layers", "processor")
            .whereLayer("formula")
            .mayOnlyBeAccessedByLayers("flow", "plan", "emit", "layers")
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("check", "layers", "pretrained", "processor");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(HERE + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kindsOfLayersDontSeeEachOther =
            slices().matching(HERE + "layer.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule everyClassOfALayerBelongsToOneStage = classes()
            .that()
            .resideInAPackage(HERE + "layer..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should(belongToOneStage());

    @ArchTest
    static final ArchRule noCheckSeesAPlanOrAnEmitter = noClasses()
            .that(OF_CHECK)
            .should()
            .dependOnClassesThat(OF_PLAN.or(OF_EMIT).or(JAVAPOET).or(resideInAPackage(HERE + "flow..")));

    @ArchTest
    static final ArchRule noPlanSeesAnEmitter =
            noClasses().that(OF_PLAN).should().dependOnClassesThat(OF_EMIT.or(JAVAPOET));

    @ArchTest
    static final ArchRule onlyReadAndCheckSeeTheCompiler = noClasses()
            .that(not(resideInAnyPackage(HERE + "read..", HERE + "check..")))
            .and(resideInAPackage(HERE + "*.."))
            .should()
            .dependOnClassesThat(COMPILER.and(not(equivalentTo(Modifier.class))));

    @ArchTest
    static final ArchRule onlyEmitSharesAWordWithTheCompiler = noClasses()
            .that(not(resideInAnyPackage(HERE + "read..", HERE + "check..", HERE + "emit..")))
            .and(resideInAPackage(HERE + "*.."))
            .should()
            .dependOnClassesThat(COMPILER);

    @ArchTest
    static final ArchRule theCompilerDoesNotNeedTheRuntime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhand.data..",
                    "dev.longhand.initializer..",
                    "dev.longhand.io..",
                    "dev.longhand.kernel..",
                    "dev.longhand.loss..",
                    "dev.longhand.metric..",
                    "dev.longhand.model..",
                    "dev.longhand.optimizer..",
                    "dev.longhand.random..",
                    "dev.longhand.table..",
                    "dev.longhand.training..");

    @ArchTest
    static final ArchRule nothingTakesMoreThanSevenParameters =
            codeUnits().that(not(modifier(JavaModifier.SYNTHETIC))).should(takeAtMostSevenParameters());

    private static ArchCondition<JavaClass> belongToOneStage() {
        return new ArchCondition<>("belong to one stage") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<StageOfLayer> stages = StageOfLayer.of(type);
                if (stages.size() != 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " belongs to " + stages));
                }
            }
        };
    }

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
