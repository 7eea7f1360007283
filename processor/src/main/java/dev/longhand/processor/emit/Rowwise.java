package dev.longhand.processor.emit;

import dev.longhand.Activation;
import dev.longhand.processor.formula.ActivationFormula;

/** Softmax and its logarithm over the rows of an array, in loops. */
public final class Rowwise {

    /** Sums of more terms are computed in double: a sum of floats loses digits with every term. */
    private static final int MAX_FLOAT_TERMS = 100;

    private Rowwise() {}

    // float max = z[3 * s];
    // for (int j = 1; j < 3; j++) {
    //     max = Math.max(max, z[3 * s + j]);
    // }
    // float sum = 0;
    // for (int j = 0; j < 3; j++) {
    //     a[3 * s + j] = Functions.exp(z[3 * s + j] - max);
    //     sum += a[3 * s + j];
    // }
    // for (int j = 0; j < 3; j++) {
    //     a[3 * s + j] /= sum;
    // }
    public static void forward(Body body, ActivationFormula rule, String z, int units) {
        String zj = Index.of(z, units, "j");
        String aj = Index.of("a", units, "j");
        maximum(body, z, units);
        body.line(sumType(units) + " sum = 0");
        body.loop("j", String.valueOf(units));
        if (rule.activation() == Activation.LOG_SOFTMAX) {
            body.line("sum += ", RuntimeTypes.FUNCTIONS, ".exp(" + zj + " - max)")
                    .end();
            body.line("final float log = ", RuntimeTypes.FUNCTIONS, ".log(" + asFloat("sum", units) + ")");
            body.loop("j", String.valueOf(units)).line(aj + " = " + zj + " - max - log");
        } else {
            body.line(aj + " = ", RuntimeTypes.FUNCTIONS, ".exp(" + zj + " - max)")
                    .line("sum += " + aj)
                    .end();
            body.loop("j", String.valueOf(units)).line(aj + " /= " + asFloat("sum", units));
        }
        body.end();
    }

    /** The type of a sum over so many units: {@code float}, or {@code double} if they are many. */
    static String sumType(int units) {
        return units <= MAX_FLOAT_TERMS ? "float" : "double";
    }

    /** The sum over so many units as float: {@code sum} or {@code (float) sum}. */
    static String asFloat(String sum, int units) {
        return units <= MAX_FLOAT_TERMS ? sum : "(float) " + sum;
    }

    /** {@code max}: the largest z of sample s. */
    public static void maximum(Body body, String z, int units) {
        body.line("float max = " + Index.of(z, units, 0));
        body.begin("for (int j = 1; j < " + units + "; j++)")
                .line("max = ", RuntimeTypes.MATH, ".max(max, " + Index.of(z, units, "j") + ")")
                .end();
    }

    /** {@code dot}: Σ da·a of sample s, after which softmax's dz is a·(da − dot). */
    public static void dot(Body body, int units) {
        body.line(sumType(units) + " dot = 0");
        body.loop("j", String.valueOf(units))
                .line("dot += " + Index.of("da", units, "j") + " * " + Index.of("a", units, "j"))
                .end();
    }

    /** dz of unit j of sample s, after {@link #dot}. */
    public static String gradient(int units) {
        return Index.of("a", units, "j") + " * (" + Index.of("da", units, "j") + " - " + asFloat("dot", units) + ")";
    }
}
