package dev.longhand.importer.onnx;

import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds which activation a function of one number is, however a file has composed it, by comparing values over the whole
 * range of a float.
 */
final class ScalarFunctions {

    private static final double[] POINTS = {
        -30, -12, -9.3, -6.1, -5, -4.2, -3.3, -3, -2.7, -1.9, -1.1, -1, -0.6, -0.3, -0.05, -1e-3, -1e-5, -1e-30, 0,
        1e-30, 1e-5, 1e-3, 0.04, 0.3, 0.7, 1, 1.4, 2.2, 2.9, 3, 3.2, 4.1, 5, 5.9, 6, 6.2, 8, 12, 30
    };

    /** Points where a function may be no number, as ln(1 + eˣ) is where eˣ overflows: such values aren't compared. */
    private static final double[] FAR_POINTS = {
        -3e38, -1e30, -1e12, -1e6, -1e4, -1e3, -300, -120, -60, 60, 120, 300, 1e3, 1e4, 1e6, 1e12, 1e30, 3e38
    };

    private static final double TOLERANCE = 2e-6;
    private static final double FAR = 1e4;

    private ScalarFunctions() {}

    /**
     * What a function f is: f(x) = scale·a(factor·x + shift).
     *
     * @param activation the activation a, the identity for f(x) = scale·x + shift
     */
    record Match(ActivationSetting activation, double scale, double factor, double shift) {

        static Match of(ActivationSetting activation, double scale) {
            return new Match(activation, scale, 1, 0);
        }
    }

    /** The match of a function, if it's one that a layer can compute. */
    static Optional<Match> match(DoubleUnaryOperator f) {
        double zero = f.applyAsDouble(0);
        double one = f.applyAsDouble(1);
        if (isClose(f, x -> zero + (one - zero) * x)) {
            return Optional.of(new Match(ActivationSetting.IDENTITY, snapped(one - zero), 1, zero));
        }
        for (Activation activation : Activation.values()) {
            if (activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX) {
                continue;
            }
            double scale = scale(f, activation);
            double slope = slope(f, activation, scale);
            if (scale == 0 || !Double.isFinite(scale) || !(slope > 1e-30) || !Double.isFinite((float) slope)) {
                continue;
            }
            DoubleUnaryOperator candidate = function(activation, slope);
            if (isClose(f, x -> scale * candidate.applyAsDouble(x))) {
                return Optional.of(Match.of(new ActivationSetting(activation, slope), snapped(scale)));
            }
        }
        return clipped(f);
    }

    /** min(c, max(0, x)), ReLU6 for c = 6, as c·hardSigmoid(6/c·x − 3). */
    private static Optional<Match> clipped(DoubleUnaryOperator f) {
        double most = f.applyAsDouble(FAR);
        boolean isClipped = most > 0 && most < FAR && isClose(f, x -> Math.min(most, Math.max(0, x)));
        return isClipped
                ? Optional.of(new Match(ActivationSetting.of(Activation.HARD_SIGMOID), most, 6 / most, -3))
                : Optional.empty();
    }

    private static double scale(DoubleUnaryOperator f, Activation activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU, ELU -> f.applyAsDouble(3) / 3;
            case STEP, SIGN, HARD_SIGMOID -> f.applyAsDouble(3);
            case SIGMOID, TANH -> f.applyAsDouble(FAR);
            default -> f.applyAsDouble(3) / function(activation, 1).applyAsDouble(3);
        };
    }

    /** The slope that f must have if it's this activation. */
    private static double slope(DoubleUnaryOperator f, Activation activation, double scale) {
        double usual = activation.defaultSlope();
        double slope = switch (activation) {
            case LEAKY_RELU -> -f.applyAsDouble(-1) / scale;
            case ELU -> f.applyAsDouble(-1) / scale / Math.expm1(-1);
            case SIGMOID -> logit(f.applyAsDouble(0.5) / scale) / 0.5;
            case TANH -> atanh(f.applyAsDouble(0.5) / scale) / 0.5;
            default -> usual;
        };
        return Math.abs(slope - usual) <= TOLERANCE * usual ? usual : slope;
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    private static double snapped(double scale) {
        return Math.abs(scale - 1) <= TOLERANCE ? 1 : scale;
    }

    private static boolean isClose(DoubleUnaryOperator f, DoubleUnaryOperator g) {
        return Arrays.stream(POINTS).allMatch(x -> isClose(f.applyAsDouble(x), g.applyAsDouble(x)))
                && Arrays.stream(FAR_POINTS)
                        .filter(x -> Double.isFinite(f.applyAsDouble(x)))
                        .allMatch(x -> isClose(f.applyAsDouble(x), g.applyAsDouble(x)));
    }

    private static boolean isClose(double value, double expected) {
        return Math.abs(value - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
    }

    /** An activation of one number. */
    static DoubleUnaryOperator function(Activation activation, double slope) {
        return switch (activation) {
            case STEP -> x -> x > 0 ? 1 : 0;
            case SIGN -> x -> x > 0 ? 1 : -1;
            case SIGMOID -> x -> 1 / (1 + Math.exp(-slope * x));
            case HARD_SIGMOID -> x -> Math.min(1, Math.max(0, (x + 3) / 6));
            case TANH -> x -> Math.tanh(slope * x);
            case RELU -> x -> Math.max(0, x);
            case LEAKY_RELU -> x -> x > 0 ? x : slope * x;
            case ELU -> x -> x > 0 ? x : slope * Math.expm1(x);
            case GELU -> x -> x / 2 * (1 + erf(x / Math.sqrt(2)));
            case SILU -> x -> x / (1 + Math.exp(-x));
            case SOFTPLUS -> ScalarFunctions::softplus;
            case IDENTITY, SOFTMAX, LOG_SOFTMAX -> DoubleUnaryOperator.identity();
        };
    }

    static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** The error function, to 1e-9: its power series, or ±1 where it differs from that by less. */
    static double erf(double x) {
        if (Math.abs(x) > 4.3) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 120; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
