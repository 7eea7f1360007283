package dev.longhand.onnx;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the classes here must not do. */
@AnalyzeClasses(packages = "dev.longhand.onnx", importOptions = ImportOption.DoNotIncludeTests.class)
class OnnxArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheClassesOfTheFormatAreUsedOfItsLibrary =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.tribuo..");

    @ArchTest
    static final ArchRule nothingIsReflected =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

    @ArchTest
    static final ArchRule onlyOptionsChange = fields().that()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("Onnx")
            .should(beFinal());
}
