package dev.longhand.kernel.tiles;

import com.palantir.javapoet.CodeBlock;
import java.util.function.IntFunction;

/** The statements of a tile. */
final class Body {

    private final CodeBlock.Builder code = CodeBlock.builder();

    /** A statement in JavaPoet's format. */
    Body line(String format, Object... arguments) {
        code.addStatement(format, arguments);
        return this;
    }

    /** A statement for each of 0 to {@code count} − 1. */
    Body each(int count, IntFunction<String> statement) {
        for (int i = 0; i < count; i++) {
            line("$L", statement.apply(i));
        }
        return this;
    }

    /** The head of a loop, which {@link #end} closes. */
    Body loop(String head) {
        code.beginControlFlow("$L", head);
        return this;
    }

    Body end() {
        code.endControlFlow();
        return this;
    }

    CodeBlock code() {
        return code.build();
    }

    /** A local vector, loaded from an array. */
    static String load(String name, String array, String at) {
        return "FloatVector " + name + " = FloatVector.fromArray(S, " + array + ", " + at + ")";
    }

    static String store(String name, String array, String at) {
        return name + ".intoArray(" + array + ", " + at + ")";
    }

    /** {@code base + count * step}, without what is 0 or 1. */
    static String plus(String base, int count, String step) {
        return switch (count) {
            case 0 -> base;
            case 1 -> base + " + " + step;
            default -> base + " + " + count + " * " + step;
        };
    }

    /** {@code base + count}, without what is 0. */
    static String plus(String base, int count) {
        return count == 0 ? base : base + " + " + count;
    }
}
