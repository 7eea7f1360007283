package dev.longhand.processor.formula;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Arrays;
import java.util.List;

/** Java source in parts: text, types, which become imports, and spaces at which a line may be broken. */
public final class Code {

    /** A space at which a line may be broken. */
    public static final CodeBlock BREAK = CodeBlock.of("$W");

    private Code() {}

    /** Parts one after the other: types, code, and anything else as text. */
    public static CodeBlock of(Object... parts) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Object part : parts) {
            if (part instanceof CodeBlock block) {
                code.add(block);
            } else {
                code.add(part instanceof ClassName ? "$T" : "$L", part);
            }
        }
        return code.build();
    }

    /** Terms with an operator between them, broken where a line is full. */
    public static CodeBlock join(String operator, List<?> terms) {
        return separated(of(BREAK, operator, " "), terms);
    }

    /** A call, broken between arguments where a line is full. */
    public static CodeBlock call(String function, Object... arguments) {
        return of(function, "(", list(Arrays.asList(arguments)), ")");
    }

    /** Declarations or arguments with commas between them, broken where a line is full. */
    public static CodeBlock list(List<?> items) {
        return separated(of(",", BREAK), items);
    }

    private static CodeBlock separated(CodeBlock separator, List<?> items) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                code.add(separator);
            }
            code.add(of(items.get(i)));
        }
        return code.build();
    }
}
