package dev.longhand.processor.formula;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.longhand.Activation;
import dev.longhand.processor.check.ActivationFunction;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of the table of activations: a = f(z) and dz = da·f′, in words and in Java.
 *
 * @param function which one, and its slope
 * @param name as it is written before a bracket: {@code σ}
 * @param forward a = f(z)
 * @param derivative dz = da·f′
 */
public record ActivationFormula(ActivationFunction function, String name, Forward forward, Derivative derivative) {

    /**
     * How a follows from z.
     *
     * @param words as a formula: {@code a = max(0, z)}
     * @param isShifted whether z is shifted by its maximum before e^z
     * @param java the Java expression of a for one of z; none for a function of a whole row
     */
    public record Forward(Function<Symbols, String> words, boolean isShifted, Function<String, CodeBlock> java) {}

    /**
     * How dz follows from da.
     *
     * @param words as a formula: {@code dz = da where a > 0, else 0}
     * @param java the Java expression of dz; none for a function of a whole row
     * @param reads the values that it is computed from
     */
    public record Derivative(Function<Symbols, String> words, Function<Symbols, CodeBlock> java, Set<Value> reads) {}

    /** The runtime's functions of one number. */
    public static final ClassName FUNCTIONS = ClassName.get("dev.longhand.kernel.function", "Functions");

    /** Java's. */
    public static final ClassName MATH = ClassName.get("java.lang", "Math");

    private static final Set<Value> READS_DA = Set.of(Value.DA);
    private static final Set<Value> READS_A = EnumSet.of(Value.A, Value.DA);
    private static final Set<Value> READS_Z = EnumSet.of(Value.Z, Value.DA);

    /** The row of this function. */
    public static ActivationFormula of(ActivationFunction function) {
        boolean unit = function.slope() == 1;
        String s = Literals.of(function.slope());
        String t = Literals.plain(function.slope());
        String timesSlope = unit ? "" : s + " * ";
        String dotSlope = unit ? "" : t + "·";
        return switch (function.activation()) {
            case STEP -> perceptron(function, "step", "0", "0");
            case SIGN -> perceptron(function, "sign", "−1", "-1");
            case IDENTITY ->
                row(
                        function,
                        "",
                        forward(v -> v.a() + " = " + v.z(), Code::of),
                        derivative(v -> v.dz() + " = " + v.da(), v -> Code.of(v.da()), READS_DA));
            case SIGMOID ->
                row(
                        function,
                        "σ",
                        forward(
                                v -> v.a() + " = σ(" + dotSlope + v.z() + ")",
                                z -> Code.of(FUNCTIONS, ".sigmoid(" + timesSlope + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + "·" + dotSlope + v.a() + "·(1 − " + v.a() + ")",
                                v -> Code.of(v.da() + " * " + timesSlope + v.a(), Code.BREAK, "* (1 - " + v.a() + ")"),
                                READS_A));
            case HARD_SIGMOID ->
                row(
                        function,
                        "hardσ",
                        forward(
                                v -> v.a() + " = (" + v.z() + " + 3)/6, kept within 0 and 1",
                                z -> Code.of(MATH, ".min(6, ", MATH, ".max(0, " + z + " + 3)) / 6")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + "/6 where 0 < " + v.a() + " < 1, else 0",
                                v -> Code.of(v.a() + " <= 0 || " + v.a() + " >= 1 ? 0 : " + v.da() + " / 6"),
                                READS_A));
            case TANH ->
                row(
                        function,
                        "tanh",
                        forward(
                                v -> v.a() + " = tanh(" + dotSlope + v.z() + ")",
                                z -> Code.of(FUNCTIONS, ".tanh(" + timesSlope + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + "·" + dotSlope + "(1 − " + v.a() + "²)",
                                v -> unit
                                        ? Code.of(v.da(), Code.BREAK, "* ", squareFromOne(v.a()))
                                        : Code.of(v.da() + " * " + s, Code.BREAK, "* (", squareFromOne(v.a()), ")"),
                                READS_A));
            case RELU ->
                row(
                        function,
                        "relu",
                        forward(v -> v.a() + " = max(0, " + v.z() + ")", z -> Code.of(MATH, ".max(0, " + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + " where " + v.a() + " > 0, else 0",
                                v -> Code.of(v.a() + " <= 0 ? 0 : " + v.da()),
                                READS_A));
            case LEAKY_RELU ->
                row(
                        function,
                        "leakyRelu",
                        forward(
                                v -> v.a() + " = " + v.z() + " if " + v.z() + " > 0, else " + t + "·" + v.z(),
                                z -> Code.of(z + " > 0 ? " + z + " : " + s + " * " + z)),
                        derivative(
                                v -> v.dz() + " = " + v.da() + " where " + v.a() + " > 0, else " + t + "·" + v.da(),
                                v -> Code.of(v.a() + " > 0 ? " + v.da() + " : " + s + " * " + v.da()),
                                READS_A));
            case ELU ->
                row(
                        function,
                        "elu",
                        forward(
                                v -> v.a() + " = " + v.z() + " if " + v.z() + " > 0, else " + (unit ? "" : t + "·(")
                                        + "e^" + v.z() + " − 1" + (unit ? "" : ")"),
                                z -> Code.of(
                                        z + " > 0 ? " + z + " : " + timesSlope, FUNCTIONS, ".expMinusOne(" + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + " where " + v.a() + " > 0, else " + v.da() + "·(" + v.a()
                                        + " + " + t + ")",
                                v -> Code.of(
                                        v.a() + " > 0 ? " + v.da() + " : " + v.da(),
                                        Code.BREAK,
                                        "* (" + v.a() + " + " + s + ")"),
                                READS_A));
            case GELU ->
                row(
                        function,
                        "gelu",
                        forward(
                                v -> v.a() + " = " + v.z() + "·Φ(" + v.z() + ")",
                                z -> Code.of(z + " * ", FUNCTIONS, ".normalCdf(" + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + "·(Φ(" + v.z() + ") + " + v.z() + "·φ(" + v.z() + "))",
                                v -> Code.of(
                                        v.da(),
                                        Code.BREAK,
                                        "* ",
                                        FUNCTIONS,
                                        ".fma(" + v.z() + ",",
                                        Code.BREAK,
                                        FUNCTIONS,
                                        ".normalPdf(" + v.z() + "),",
                                        Code.BREAK,
                                        FUNCTIONS,
                                        ".normalCdf(" + v.z() + "))"),
                                READS_Z));
            case SILU ->
                row(
                        function,
                        "silu",
                        forward(
                                v -> v.a() + " = " + v.z() + "·σ(" + v.z() + ")",
                                z -> Code.of(z + " * ", FUNCTIONS, ".sigmoid(" + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + "·σ(" + v.z() + ")·(1 + " + v.z() + "·(1 − σ(" + v.z()
                                        + ")))",
                                v -> Code.of(
                                        v.da() + " * ",
                                        FUNCTIONS,
                                        ".sigmoid(" + v.z() + ")",
                                        Code.BREAK,
                                        "* ",
                                        FUNCTIONS,
                                        ".fma(" + v.z() + ", 1 - ",
                                        FUNCTIONS,
                                        ".sigmoid(" + v.z() + "), 1)"),
                                READS_Z));
            case SOFTPLUS ->
                row(
                        function,
                        "softplus",
                        forward(
                                v -> v.a() + " = ln(1 + e^" + v.z() + ")",
                                z -> Code.of(FUNCTIONS, ".softplus(" + z + ")")),
                        derivative(
                                v -> v.dz() + " = " + v.da() + "·σ(" + v.z() + ")",
                                v -> Code.of(v.da() + " * ", FUNCTIONS, ".sigmoid(" + v.z() + ")"),
                                READS_Z));
            case SOFTMAX ->
                ofRow(
                        function,
                        "softmax",
                        v -> v.a() + " = e^" + v.z() + " / Σ e^" + v.z(),
                        v -> v.dz() + " = " + v.a() + "·(" + v.da() + " − Σ " + v.da() + "·" + v.a() + ")");
            case LOG_SOFTMAX ->
                ofRow(
                        function,
                        "lnSoftmax",
                        v -> v.a() + " = " + v.z() + " − ln Σ e^" + v.z(),
                        v -> v.dz() + " = " + v.da() + " − e^" + v.a() + "·Σ " + v.da());
        };
    }

    private static ActivationFormula perceptron(
            ActivationFunction function, String name, String below, String belowInJava) {
        return row(
                function,
                name,
                forward(
                        v -> v.a() + " = 1 if " + v.z() + " > 0, else " + below,
                        z -> Code.of(z + " > 0 ? 1 : " + z + " <= 0 ? " + belowInJava + " : Float.NaN")),
                derivative(
                        v -> v.dz() + " = " + v.da() + ": the perceptron rule takes f′ as 1",
                        v -> Code.of(v.da()),
                        READS_DA));
    }

    /** 1 − a² as (1 − a)·(1 + a), which keeps its digits where a is close to ±1. */
    private static CodeBlock squareFromOne(String a) {
        return Code.of("(1 - " + a + ")", Code.BREAK, "* (1 + " + a + ")");
    }

    private static ActivationFormula ofRow(
            ActivationFunction function,
            String name,
            Function<Symbols, String> forward,
            Function<Symbols, String> gradient) {
        return row(
                function,
                name,
                new Forward(forward, true, z -> noExpression(name)),
                new Derivative(gradient, v -> noExpression(name), READS_A));
    }

    private static CodeBlock noExpression(String name) {
        throw new IllegalStateException(name + " is a function of a whole row");
    }

    private static ActivationFormula row(
            ActivationFunction function, String name, Forward forward, Derivative derivative) {
        return new ActivationFormula(function, name, forward, derivative);
    }

    private static Forward forward(Function<Symbols, String> words, Function<String, CodeBlock> java) {
        return new Forward(words, false, java);
    }

    private static Derivative derivative(
            Function<Symbols, String> words, Function<Symbols, CodeBlock> java, Set<Value> reads) {
        return new Derivative(words, java, reads);
    }

    /** Which function it is. */
    public Activation activation() {
        return function.activation();
    }

    /** The slope in force, 1 for a function that has none. */
    public float slope() {
        return function.slope();
    }

    /** What the forward step computes, with a remark where the formula needs one: {@code a = max(0, z)}. */
    public String forwardComment() {
        return forwardComment(Symbols.STANDARD);
    }

    /** The same with other names for the variables. */
    public String forwardComment(Symbols symbols) {
        String remark = ", with " + symbols.z() + " shifted by its maximum so that no e^" + symbols.z() + " overflows";
        return step(symbols) + (forward.isShifted() ? remark : "");
    }

    /** The formula of the forward step alone. */
    public String step() {
        return step(Symbols.STANDARD);
    }

    /** The same with other names for the variables. */
    public String step(Symbols symbols) {
        return forward.words().apply(symbols);
    }

    /** What the backward step computes: {@code dz = da where a > 0, else 0}. */
    public String gradientFormula() {
        return gradientFormula(Symbols.STANDARD);
    }

    /** The same with other names for the variables. */
    public String gradientFormula(Symbols symbols) {
        return derivative.words().apply(symbols);
    }

    /** Whether the derivative is written in terms of a value. */
    public boolean reads(Value value) {
        return derivative.reads().contains(value);
    }

    /** f of an argument, as in a formula: {@code σ(x·W + b)}. */
    public String formula(String argument) {
        if (isIdentity()) {
            return argument;
        }
        boolean scaled = hasOwnSlope();
        return switch (activation()) {
            case SIGMOID, TANH ->
                scaled ? name + "(" + Literals.plain(slope()) + "·(" + argument + "))" : name + "(" + argument + ")";
            default -> name + "(" + argument + (scaled ? ", " + Literals.plain(slope()) : "") + ")";
        };
    }

    /** Whether f is a function of the whole row rather than of each number. */
    public boolean isRowwise() {
        return activation() == Activation.SOFTMAX || activation() == Activation.LOG_SOFTMAX;
    }

    /** Whether it's the identity, which needs no step. */
    public boolean isIdentity() {
        return activation() == Activation.IDENTITY;
    }

    /** Whether dz is da. */
    public boolean passesGradient() {
        return derivative.reads().equals(READS_DA);
    }

    /** Whether the slope is another than the default, so that it has to be written. */
    public boolean hasOwnSlope() {
        return slope() != activation().defaultSlope();
    }
}
