package dev.longhand.processor.plan;

import dev.longhand.Activation;
import dev.longhand.processor.check.ResolvedLayer;

/**
 * One row of the table of activations: how f is written in a formula and in Java, and how dz follows
 * from da. The variables are z, a and da.
 *
 * @param activation which one
 * @param slope the slope in force, 1 for one that has none
 * @param name as it stands before a bracket in formulas: {@code σ}
 * @param says what the forward step does: {@code a = max(0, z)}
 * @param forward the Java expression of a
 * @param gradientSays what the backward step does: {@code dz = da where a > 0, else 0}
 * @param gradient the Java expression of dz
 */
public record ActivationRule(
        Activation activation,
        float slope,
        String name,
        String says,
        String forward,
        String gradientSays,
        String gradient) {

    /** The row of this function. */
    public static ActivationRule of(ResolvedLayer.Function function) {
        Activation f = function.activation();
        float slope = function.slope();
        String s = Literals.of(slope);
        String t = Literals.plain(slope);
        boolean unit = slope == 1;
        String sz = unit ? "z" : s + " * z";
        String tz = unit ? "z" : t + "·z";
        return switch (f) {
            case STEP ->
                new ActivationRule(
                        f,
                        slope,
                        "step",
                        "a = 1 if z > 0, else 0",
                        "z > 0 ? 1 : 0",
                        "dz = da: the perceptron rule takes f′ as 1",
                        "da");
            case SIGN ->
                new ActivationRule(
                        f,
                        slope,
                        "sign",
                        "a = 1 if z > 0, else −1",
                        "z > 0 ? 1 : -1",
                        "dz = da: the perceptron rule takes f′ as 1",
                        "da");
            case IDENTITY -> new ActivationRule(f, slope, "", "a = z", "z", "dz = da", "da");
            case SIGMOID ->
                new ActivationRule(
                        f,
                        slope,
                        "σ",
                        "a = σ(" + tz + ")",
                        "Functions.sigmoid(" + sz + ")",
                        "dz = da·" + (unit ? "" : t + "·") + "a·(1 − a)",
                        "da * " + (unit ? "" : s + " * ") + "a * (1 - a)");
            case HARD_SIGMOID ->
                new ActivationRule(
                        f,
                        slope,
                        "hardσ",
                        "a = z/6 + 1/2, kept within 0 and 1",
                        "Math.min(1, Math.max(0, z / 6 + 0.5f))",
                        "dz = da/6 where 0 < a < 1, else 0",
                        "a > 0 && a < 1 ? da / 6 : 0");
            case TANH ->
                new ActivationRule(
                        f,
                        slope,
                        "tanh",
                        "a = tanh(" + tz + ")",
                        "Functions.tanh(" + sz + ")",
                        "dz = da·" + (unit ? "" : t + "·") + "(1 − a²)",
                        "da * " + (unit ? "" : s + " * ") + "(1 - a * a)");
            case RELU ->
                new ActivationRule(
                        f,
                        slope,
                        "relu",
                        "a = max(0, z)",
                        "Math.max(0, z)",
                        "dz = da where a > 0, else 0",
                        "a > 0 ? da : 0");
            case LEAKY_RELU ->
                new ActivationRule(
                        f,
                        slope,
                        "leakyRelu",
                        "a = z if z > 0, else " + t + "·z",
                        "z > 0 ? z : " + s + " * z",
                        "dz = da where a > 0, else " + t + "·da",
                        "a > 0 ? da : " + s + " * da");
            case ELU ->
                new ActivationRule(
                        f,
                        slope,
                        "elu",
                        "a = z if z > 0, else " + (unit ? "" : t + "·(") + "e^z − 1" + (unit ? "" : ")"),
                        "z > 0 ? z : " + (unit ? "" : s + " * (") + "Functions.exp(z) - 1" + (unit ? "" : ")"),
                        "dz = da where a > 0, else da·(a + " + t + ")",
                        "a > 0 ? da : da * (a + " + s + ")");
            case GELU ->
                new ActivationRule(
                        f,
                        slope,
                        "gelu",
                        "a = z·Φ(z)",
                        "z * Functions.normalCdf(z)",
                        "dz = da·(Φ(z) + z·φ(z))",
                        "da * (Functions.normalCdf(z) + z * Functions.normalPdf(z))");
            case SILU ->
                new ActivationRule(
                        f,
                        slope,
                        "silu",
                        "a = z·σ(z)",
                        "z * Functions.sigmoid(z)",
                        "dz = da·σ(z)·(1 + z·(1 − σ(z)))",
                        "da * Functions.sigmoid(z) * (1 + z * (1 - Functions.sigmoid(z)))");
            case SOFTPLUS ->
                new ActivationRule(
                        f,
                        slope,
                        "softplus",
                        "a = ln(1 + e^z)",
                        "Functions.softplus(z)",
                        "dz = da·σ(z)",
                        "da * Functions.sigmoid(z)");
            case SOFTMAX ->
                new ActivationRule(
                        f,
                        slope,
                        "softmax",
                        "a = e^z / Σ e^z, with z shifted by its maximum so that no e^z overflows",
                        "",
                        "dz = a·(da − Σ da·a)",
                        "");
            case LOG_SOFTMAX ->
                new ActivationRule(
                        f,
                        slope,
                        "lnSoftmax",
                        "a = z − ln Σ e^z, with z shifted by its maximum so that no e^z overflows",
                        "",
                        "dz = da − e^a·Σ da",
                        "");
        };
    }

    /** f of an argument, as in a formula: {@code σ(x·W + b)}. */
    public String formula(String argument) {
        if (activation == Activation.IDENTITY) {
            return argument;
        }
        boolean scaled = slope != activation.defaultSlope();
        return switch (activation) {
            case SIGMOID, TANH ->
                scaled ? name + "(" + Literals.plain(slope) + "·(" + argument + "))" : name + "(" + argument + ")";
            default -> name + "(" + argument + (scaled ? ", " + Literals.plain(slope) : "") + ")";
        };
    }

    /** Whether f runs over the whole row rather than over each number. */
    public boolean isRowwise() {
        return activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
    }

    /** Whether it's the identity, which isn't a step of its own. */
    public boolean isIdentity() {
        return activation == Activation.IDENTITY;
    }

    /** Whether dz is da. */
    public boolean passesGradient() {
        return gradient.equals("da");
    }

    /** Whether the slope has to be said. */
    public boolean hasOwnSlope() {
        return slope != activation.defaultSlope();
    }
}
