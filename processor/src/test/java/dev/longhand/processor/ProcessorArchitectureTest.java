package dev.longhand.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The stages know what they receive, and nothing of what comes after them. */
@AnalyzeClasses(packages = "dev.longhand.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ProcessorArchitectureTest {

    @ArchTest
    static final ArchRule stagesLookBackOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("read")
            .definedBy("dev.longhand.processor.read..")
            .layer("check")
            .definedBy("dev.longhand.processor.check..")
            .layer("lower")
            .definedBy("dev.longhand.processor.lower..")
            .layer("derive")
            .definedBy("dev.longhand.processor.derive..")
            .layer("plan")
            .definedBy("dev.longhand.processor.plan..")
            .layer("emit")
            .definedBy("dev.longhand.processor.emit..")
            .layer("processor")
            .definedBy("dev.longhand.processor")
            .whereLayer("processor")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("emit", "processor")
            .whereLayer("derive")
            .mayOnlyBeAccessedByLayers("plan", "processor")
            .whereLayer("lower")
            .mayOnlyBeAccessedByLayers("derive", "plan", "processor")
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("check", "processor");

    @ArchTest
    static final ArchRule stagesAfterTheCheckDontSeeTheCompiler = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.longhand.processor.lower", "dev.longhand.processor.derive", "dev.longhand.processor.plan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "com.palantir.javapoet..");

    @ArchTest
    static final ArchRule theCompilerDoesNotNeedTheRuntime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhand.model..", "dev.longhand.kernel..", "dev.longhand.loss..", "dev.longhand.training..");
}
