package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Collection;

/** Prints the source file of a class that is given as code. */
final class SourceFile {

    private SourceFile() {}

    /**
     * The source. JavaPoet prints code with its imports inside a method only, and the fields of a class before its
     * methods; so the class is the code of a method here, and what encloses that is left out.
     *
     * @param name the class
     * @param declaration what it's written from
     * @param qualified the simple names of types that aren't imported
     * @param type the class as code
     */
    static String print(ClassName name, String declaration, Collection<String> qualified, CodeBlock type) {
        String before = "class " + name.simpleName() + " {\n    void source() {\n";
        String after = "    }\n}\n";
        String printed = file(name, declaration, qualified, type).toString();
        int start = printed.indexOf(before);
        return printed.substring(0, start)
                + printed.substring(start + before.length(), printed.length() - after.length())
                + "\n";
    }

    // // Written by Longhand from Xor. Change Xor and recompile: edits made here are lost.
    private static JavaFile file(ClassName name, String declaration, Collection<String> qualified, CodeBlock type) {
        String comment = "Written by Longhand from " + declaration + ". Change " + declaration
                + " and recompile: edits made here are lost.";
        TypeSpec enclosing = TypeSpec.classBuilder(name)
                .alwaysQualify(qualified.toArray(String[]::new))
                .addMethod(MethodSpec.methodBuilder("source")
                        .addCode("$<$<")
                        .addCode(type)
                        .addCode("$>$>")
                        .build())
                .build();
        return JavaFile.builder(name.packageName(), enclosing)
                .addFileComment("$L", String.join("\n", Layout.wrap(comment, Layout.COLUMNS - "// ".length(), "")))
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }
}
