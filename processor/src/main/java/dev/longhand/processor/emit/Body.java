package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.formula.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The body of a method, written as plain text: the simple names of types become imports,
 * and long sums wrap.
 */
public final class Body {

    /** The types that bodies name. */
    private static final Map<String, ClassName> TYPES =
            RuntimeTypes.NAMED_IN_BODIES.stream().collect(Collectors.toMap(ClassName::simpleName, type -> type));

    /** A space at which a line may be broken. */
    public static final String BREAK = "\u0001";

    private static final Pattern TYPE = Pattern.compile(
            "(?<![\\w.\"])(" + TYPES.keySet().stream().sorted().collect(Collectors.joining("|")) + ")(?=[.(])",
            Pattern.UNICODE_CHARACTER_CLASS);

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

    /** A statement, without its semicolon. */
    public Body line(String statement) {
        List<Object> types = new ArrayList<>();
        code.addStatement(format(statement, types), types.toArray());
        return this;
    }

    /** Opens a block: {@code for (…)}. */
    public Body begin(String control) {
        code.beginControlFlow("$L", control.replace(BREAK, " "));
        depth++;
        return this;
    }

    /** Opens a loop of {@code variable} over 0 to {@code bound}. */
    public Body loop(String variable, String bound) {
        return begin("for (int " + variable + " = 0; " + variable + " < " + bound + "; " + variable + "++)");
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

    /** Terms with an operator between them, broken where a line is full. */
    public static String join(String operator, List<String> terms) {
        return String.join(BREAK + operator + " ", terms);
    }

    /** A call, broken between arguments where a line is full. */
    public static String call(String function, Object... arguments) {
        return function + "("
                + list(Arrays.stream(arguments).map(String::valueOf).toList()) + ")";
    }

    /** Declarations or arguments with commas between them, broken where a line is full. */
    public static String list(List<String> items) {
        return String.join("," + BREAK, items);
    }

    private static String format(String text, List<Object> types) {
        Matcher matcher = TYPE.matcher(text.replace("$", "$$"));
        StringBuilder format = new StringBuilder();
        while (matcher.find()) {
            types.add(TYPES.get(matcher.group(1)));
            matcher.appendReplacement(format, "\\$T");
        }
        return matcher.appendTail(format).toString().replace(BREAK, "$W");
    }
}
