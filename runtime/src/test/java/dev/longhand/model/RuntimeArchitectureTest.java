package dev.longhand.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the runtime. */
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
}
