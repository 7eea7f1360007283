package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Words;

/** The body of a method: statements, blocks and comments. */
public final class Body {

    /** The indent of the statements of a method. */
    private static final int INDENT = 8;

    private final CodeBlock.Builder code = CodeBlock.builder();
    private int depth;

    /** A comment, broken where a line is full. */
    public Body comment(String text) {
        return comment(text, "");
    }

    /** A numbered step, or a line below one; broken where a line is full, with the rest indented to its text. */
    public Body step(String text) {
        return comment(text, "   ");
    }

    private Body comment(String text, String indent) {
        int width = Layout.COLUMNS - INDENT - 4 * depth - "// ".length();
        Layout.wrap(text, width, indent).forEach(line -> code.add("// $L\n", line.replace(Words.NO_BREAK, " ")));
        return this;
    }

    /** A statement, without its semicolon, in the parts of {@link Code#of}. */
    public Body line(Object... parts) {
        code.addStatement("$L", Code.of(parts));
        return this;
    }

    /** Opens a block: {@code for (…)}. */
    public Body begin(Object... control) {
        code.beginControlFlow("$L", Code.of(control));
        depth++;
        return this;
    }

    /** Opens a loop of {@code variable} over 0 to {@code bound}. */
    public Body loop(String variable, String bound) {
        return begin("for (int " + variable + " = 0; " + variable + " < " + bound + "; " + variable + "++)");
    }

    /** Closes the block opened last and opens that of {@code else}. */
    public Body orElse() {
        code.nextControlFlow("else");
        return this;
    }

    /** Closes the block opened last. */
    public Body end() {
        code.endControlFlow();
        depth--;
        return this;
    }

    public CodeBlock build() {
        return code.build();
    }
}
