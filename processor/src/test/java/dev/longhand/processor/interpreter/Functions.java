package dev.longhand.processor.interpreter;

import dev.longhand.processor.interpreter.Description.Function;
import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/** Activations on a tape. */
final class Functions {

    private Functions() {}

    /** f of a row. */
    static int[] apply(Tape tape, Function function, int... z) {
        return switch (function.activation()) {
            case SOFTMAX -> {
                int[] e = exponentials(tape, z);
                int sum = tape.sum(e);
                yield Arrays.stream(e).map(ej -> tape.divide(ej, sum)).toArray();
            }
            case LOG_SOFTMAX -> {
                int shift = tape.number(largest(tape, z));
                int log = tape.log(tape.sum(exponentials(tape, z)));
                yield Arrays.stream(z)
                        .map(zj -> tape.subtract(tape.subtract(zj, shift), log))
                        .toArray();
            }
            default -> Arrays.stream(z).map(zj -> one(tape, function, zj)).toArray();
        };
    }

    private static int[] exponentials(Tape tape, int... z) {
        int shift = tape.number(largest(tape, z));
        return Arrays.stream(z).map(zj -> tape.exp(tape.subtract(zj, shift))).toArray();
    }

    private static double largest(Tape tape, int... z) {
        return Arrays.stream(tape.values(z)).max().orElseThrow();
    }

    /** f of one number. */
    private static int one(Tape tape, Function function, int number) {
        double s = function.slopeInForce();
        double z = tape.value(number);
        switch (function.activation()) {
            case STEP, SIGN, RELU, LEAKY_RELU, ELU -> {
                // Sums that are exactly 0, as behind units that are all off, stay 0.
                if (z != 0) {
                    tape.kink(z);
                }
            }
            case HARD_SIGMOID -> tape.kink(Math.abs(z) - 3);
            default -> {}
        }
        return switch (function.activation()) {
            case STEP -> tape.apply(z > 0 ? 1 : z <= 0 ? 0 : z, number, 1);
            case SIGN -> tape.apply(z > 0 ? 1 : z <= 0 ? -1 : z, number, 1);
            case IDENTITY -> number;
            case SIGMOID -> tape.sigmoid(tape.scale(s, number));
            case HARD_SIGMOID ->
                tape.apply(Math.min(1, Math.max(0, z / 6 + 0.5)), number, Math.abs(z) < 3 ? 1 / 6.0 : 0);
            case TANH -> tape.tanh(tape.scale(s, number));
            case RELU -> tape.apply(Math.max(0, z), number, z > 0 ? 1 : 0);
            case LEAKY_RELU -> tape.apply(z > 0 ? z : s * z, number, z > 0 ? 1 : s);
            case ELU -> tape.apply(z > 0 ? z : s * Math.expm1(z), number, z > 0 ? 1 : s * Math.exp(z));
            case GELU ->
                tape.apply(z * normalCdf(z), number, normalCdf(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
            case SILU -> tape.multiply(number, tape.sigmoid(number));
            case SOFTPLUS -> tape.apply(Math.log1p(Math.exp(z)), number, 1 / (1 + Math.exp(-z)));
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException("a function of the row");
        };
    }

    private static double normalCdf(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
