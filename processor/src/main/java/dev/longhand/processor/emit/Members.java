package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.formula.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The members of a generated class as code, in the order in which they are added. */
final class Members {

    /** The indent of a member. */
    private static final int INDENT = 4;

    private final CodeBlock.Builder code = CodeBlock.builder();
    private boolean isAfterField;
    private Set<Modifier> modifiersOfField = Set.of();

    /** Adds a comment above the members that follow. */
    void addHeading(String... lines) {
        code.add("\n");
        for (String line : lines) {
            code.add("// $L\n", line);
        }
        isAfterField = false;
    }

    /** Adds a field; one without javadoc stays in one block with the one before it, if that has the same modifiers. */
    void addField(FieldSpec field) {
        boolean isInBlock =
                isAfterField && field.javadoc().isEmpty() && field.modifiers().equals(modifiersOfField);
        if (!isInBlock) {
            code.add("\n");
        }
        code.add(javadoc(field.javadoc(), INDENT));
        code.add("$L$T $L", words(field.modifiers()), field.type(), field.name());
        if (!field.initializer().isEmpty()) {
            code.add(" = ").add(field.initializer());
        }
        code.add(";\n");
        isAfterField = true;
        modifiersOfField = field.modifiers();
    }

    /** Adds a method. */
    void addMethod(MethodSpec method) {
        addMethod(CodeBlock.of("$T $L", method.returnType(), method.name()), method);
    }

    /** Adds a constructor of a class of this name. */
    void addConstructor(String name, MethodSpec constructor) {
        addMethod(CodeBlock.of("$L", name), constructor);
    }

    /** Adds a nested type, with its javadoc. */
    void addType(CodeBlock type) {
        code.add("\n").add(type);
        isAfterField = false;
    }

    private void addMethod(CodeBlock name, MethodSpec method) {
        code.add("\n").add(javadoc(method.javadoc(), INDENT));
        method.annotations().forEach(annotation -> code.add("$L\n", annotation));
        code.add("$L$L($Z", words(method.modifiers()), name);
        code.add(parameters(method.parameters()));
        code.add(method.exceptions().isEmpty() ? ")" : ") throws ");
        code.add(Code.list(method.exceptions().stream()
                .map(type -> CodeBlock.of("$T", type))
                .toList()));
        code.add(" {\n$>").add(method.code()).add("$<}\n");
        isAfterField = false;
    }

    /** Declarations of parameters; n is never alone on a line. */
    private static CodeBlock parameters(List<ParameterSpec> parameters) {
        CodeBlock.Builder list = CodeBlock.builder();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterSpec parameter = parameters.get(i);
            if (i > 0) {
                list.add(",").add(i > 1 && isCount(parameter) ? CodeBlock.of(" ") : Code.BREAK);
            }
            list.add("$T $L", parameter.type(), parameter.name());
        }
        return list.build();
    }

    private static boolean isCount(ParameterSpec parameter) {
        return parameter.type().equals(TypeName.INT) && parameter.name().equals("n");
    }

    /** Javadoc, on one line if it fits. */
    static CodeBlock javadoc(CodeBlock doc, int indent) {
        List<String> lines = doc.toString().stripTrailing().lines().toList();
        if (doc.isEmpty()) {
            return doc;
        }
        if (lines.size() == 1 && indent + "/**  */".length() + lines.get(0).length() <= Layout.COLUMNS) {
            return CodeBlock.of("/** $L */\n", lines.get(0));
        }
        CodeBlock.Builder javadoc = CodeBlock.builder().add("/**\n");
        lines.forEach(line -> javadoc.add("$L\n", line.isEmpty() ? " *" : " * " + line));
        return javadoc.add(" */\n").build();
    }

    /** Modifiers, each with a space after it. */
    static String words(Set<Modifier> modifiers) {
        return modifiers.isEmpty()
                ? ""
                : EnumSet.copyOf(modifiers).stream()
                        .map(modifier -> modifier.toString().toLowerCase(Locale.ROOT) + " ")
                        .collect(Collectors.joining());
    }

    CodeBlock build() {
        return code.build();
    }
}
