package dev.longhand.importer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which packages of the importer may depend on which. */
@AnalyzeClasses(packages = "dev.longhand.importer", importOptions = ImportOption.DoNotIncludeTests.class)
class ImporterArchitectureTest {

    private static final String NETWORKS = "dev.longhand.importer";
    private static final String ONNX = "dev.longhand.importer.onnx..";
    private static final String KERAS = "dev.longhand.importer.keras..";

    @ArchTest
    static final ArchRule networksKnowNoReader = noClasses()
            .that()
            .resideInAPackage(NETWORKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ONNX, KERAS);

    @ArchTest
    static final ArchRule theReaderOfOnnxKnowsNoOther = noClasses()
            .that()
            .resideInAPackage(ONNX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(KERAS);

    @ArchTest
    static final ArchRule theReaderOfKerasKnowsNoOther = noClasses()
            .that()
            .resideInAPackage(KERAS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ONNX);

    @ArchTest
    static final ArchRule onlyTheReaderOfOnnxSeesItsFormat = noClasses()
            .that()
            .resideOutsideOfPackage(ONNX)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnx..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule onlyTheReaderOfKerasSeesItsFormats = noClasses()
            .that()
            .resideOutsideOfPackage(KERAS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jhdf..", "com.google.gson..");

    @ArchTest
    static final ArchRule nothingIsReflective =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");
}
