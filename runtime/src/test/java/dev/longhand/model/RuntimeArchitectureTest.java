package dev.longhand.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.longhand.training.EpochResult;
import dev.longhand.training.OutputResult;
import dev.longhand.training.Resumable;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which packages of the runtime may depend on which. */
@AnalyzeClasses(packages = "dev.longhand", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeArchitectureTest {

    private static final Set<String> EXPORTED_PACKAGES = exportedPackages();

    /** What the users of the module can name. */
    private static final DescribedPredicate<JavaClass> EXPORTED =
            DescribedPredicate.describe("are exported", RuntimeArchitectureTest::isExported);

    @ArchTest
    static final ArchRule dependenciesRunOneWay =
            slices().matching("dev.longhand.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelFamiliesAreFreeOfCycles =
            slices().matching("dev.longhand.kernel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfTrainingAreFreeOfCycles =
            slices().matching("dev.longhand.training.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfTrainingKnowNoTrainer = noClasses()
            .that()
            .resideInAPackage("dev.longhand.training.*..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.longhand.training")
                    .and(not(JavaClass.Predicates.belongToAnyOf(
                            EpochResult.class, OutputResult.class, Resumable.class))));

    @ArchTest
    static final ArchRule whatAllFamiliesShareKnowsNone = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.longhand.kernel.function..",
                    "dev.longhand.kernel.matrix..",
                    "dev.longhand.kernel.team..",
                    "dev.longhand.kernel.warmup..",
                    "dev.longhand.kernel.weights..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhand.kernel.convolution..",
                    "dev.longhand.kernel.dense..",
                    "dev.longhand.kernel.embedding..",
                    "dev.longhand.kernel.norm..",
                    "dev.longhand.kernel.pool..",
                    "dev.longhand.kernel.recurrent..",
                    "dev.longhand.kernel.provider..");

    @ArchTest
    static final ArchRule onlyKernelsKnowHowKernelsCompute = noClasses()
            .that()
            .resideOutsideOfPackage("dev.longhand.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhand.kernel.*.loops..", "dev.longhand.kernel.matrix..", "dev.longhand.kernel.warmup..");

    /** A sealed interface may permit a hidden class: its users can't name it, but they can have instances of it. */
    @ArchTest
    static final ArchRule publicMembersMentionExportedTypesOnly =
            classes().that(EXPORTED).should(mentionExportedTypesOnly());

    @ArchTest
    static final ArchRule noImplementationOfAContractIsExported = noClasses()
            .that(EXPORTED)
            .and()
            .areNotInterfaces()
            .should()
            .beAssignableTo(simpleNameEndingWith("Kernels").and(INTERFACES));

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
    static final ArchRule onlyTheReaderOfCsvSeesFastCsv = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.longhand.table.FastCsvRows")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.siegmar.fastcsv..");

    @ArchTest
    static final ArchRule theRuntimeNeedsNothingButTheJdk = classes()
            .that()
            .doNotHaveFullyQualifiedName("dev.longhand.table.FastCsvRows")
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

    private static Set<String> exportedPackages() {
        try {
            Path classes = Path.of(Model.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return ModuleFinder.of(classes).find("dev.longhand.runtime").orElseThrow().descriptor().exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isExported(JavaClass type) {
        return EXPORTED_PACKAGES.contains(type.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(RuntimeArchitectureTest::isExported)
                        .orElse(true);
    }

    private static ArchCondition<JavaClass> mentionExportedTypesOnly() {
        return new ArchCondition<>("mention exported types only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getRawInterfaces().stream(), type.getRawSuperclass().stream())
                        .filter(parent ->
                                isOfTheRuntime(parent) && !EXPORTED_PACKAGES.contains(parent.getPackageName()))
                        .forEach(parent -> report(type, type.getName(), parent, events));
                for (JavaMember member : type.getMembers()) {
                    Set<JavaModifier> modifiers = member.getModifiers();
                    if (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED)) {
                        member.getAllInvolvedRawTypes().stream()
                                .map(JavaClass::getBaseComponentType)
                                .filter(mentioned -> isOfTheRuntime(mentioned) && !isExported(mentioned))
                                .forEach(mentioned -> report(type, member.getFullName(), mentioned, events));
                    }
                }
            }
        };
    }

    private static boolean isOfTheRuntime(JavaClass type) {
        return type.getPackageName().startsWith("dev.longhand.")
                && !type.getPackageName().equals("dev.longhand.layer");
    }

    private static void report(JavaClass type, String what, JavaClass mentioned, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, what + " mentions " + mentioned.getName()));
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
