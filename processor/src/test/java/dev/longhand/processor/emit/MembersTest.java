package dev.longhand.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class MembersTest {

    @Test
    void shortJavadocStandsOnOneLine() {
        assertThat(Members.javadoc(CodeBlock.of("The loss."), 4)).hasToString("/** The loss. */\n");
    }

    @Test
    void javadocThatDoesNotFitStaysApart() {
        assertThat(Members.javadoc(CodeBlock.of("x".repeat(90)), 4))
                .hasToString("/**\n * " + "x".repeat(90) + "\n */\n");
        assertThat(Members.javadoc(CodeBlock.of("x".repeat(89)), 4)).hasToString("/** " + "x".repeat(89) + " */\n");
    }

    @Test
    void fieldsOfAKindStandTogetherUntilOneHasJavadoc() {
        Members members = new Members();
        members.addField(field("A", Modifier.STATIC).build());
        members.addField(field("B", Modifier.STATIC).build());
        members.addField(field("C", Modifier.STATIC).addJavadoc("The third.").build());
        members.addField(field("d").build());
        members.addField(field("e").build());
        assertThat(members.build())
                .hasToString("\nprivate static int A;\nprivate static int B;\n\n/** The third. */\n"
                        + "private static int C;\n\nprivate int d;\nprivate int e;\n");
    }

    @Test
    void membersStandInTheOrderInWhichTheyAreAdded() {
        Members members = new Members();
        members.addMethod(MethodSpec.methodBuilder("first").build());
        members.addHeading("The rest.");
        members.addField(field("second").build());
        members.addConstructor("Third", MethodSpec.constructorBuilder().build());
        assertThat(members.build())
                .hasToString("\nvoid first() {\n}\n\n// The rest.\n\nprivate int second;\n\nThird() {\n}\n");
    }

    @Test
    void theNumberOfSamplesStandsAloneOnNoLine() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("backwardOfALayerWithALongName");
        for (String array : new String[] {"p", "x", "first", "second", "third"}) {
            method.addParameter(ArrayTypeName.of(TypeName.FLOAT), array);
        }
        Members members = new Members();
        members.addMethod(method.addParameter(TypeName.INT, "n").build());
        CodeBlock printed = CodeBlock.of("$[$L$]", members.build());
        TypeSpec type = TypeSpec.classBuilder("Net")
                .addMethod(MethodSpec.methodBuilder("run").addCode(printed).build())
                .build();
        assertThat(JavaFile.builder("nets", type)
                        .indent("    ")
                        .build()
                        .toString()
                        .lines())
                .allMatch(line -> line.length() <= 100)
                .anyMatch(line -> line.endsWith("float[] third, int n) {"));
    }

    private static FieldSpec.Builder field(String name, Modifier... modifiers) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE).addModifiers(modifiers);
    }
}
