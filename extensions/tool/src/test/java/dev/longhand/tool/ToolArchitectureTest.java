package dev.longhand.tool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import picocli.CommandLine.Command;

/** Which classes of the tool may see what, and how commands look. */
@AnalyzeClasses(packages = "dev.longhand.tool", importOptions = ImportOption.DoNotIncludeTests.class)
class ToolArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheProgramIsPublic =
            classes().that().arePublic().should().be(Longhand.class);

    @ArchTest
    static final ArchRule commandsAreFinal =
            classes().that().areAnnotatedWith(Command.class).should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule commandsKnowNoOtherCommand = noClasses()
            .that()
            .areAnnotatedWith(Command.class)
            .and()
            .doNotBelongToAnyOf(Longhand.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Longhand.class);

    @ArchTest
    static final ArchRule onlyContentsOfHdfSeeItsLibrary = noClasses()
            .that()
            .doNotBelongToAnyOf(HdfContents.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jhdf..");

    @ArchTest
    static final ArchRule onlyContentsOfOnnxSeeItsClasses = noClasses()
            .that()
            .doNotBelongToAnyOf(OnnxContents.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnx..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule onlyDeclaredModelsAreReflective = noClasses()
            .that()
            .doNotBelongToAnyOf(DeclaredModel.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..");

    @ArchTest
    static final ArchRule theCompilerIsNoPartOfIt =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.longhand.processor..");
}
