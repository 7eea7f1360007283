package dev.longhand.training;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Gradient descent in double precision, x ← x − η·f′(x), recording every point of
 * its path. For networks use {@link Trainer} and the optimizers.
 */
public final class GradientDescent {

    private GradientDescent() {}

    /**
     * Descends a function of one number.
     *
     * @param derivative f′; if it isn't known, {@code x -> NumericalGradient.derivative(f, x)}
     * @param start where to begin
     * @param learningRate η, above 0
     * @param steps at least 0
     * @return the steps + 1 points from the start to the last one
     */
    public static double[] path(DoubleUnaryOperator derivative, double start, double learningRate, int steps) {
        check(learningRate, steps);
        double[] path = new double[steps + 1];
        path[0] = start;
        for (int i = 1; i <= steps; i++) {
            path[i] = path[i - 1] - learningRate * derivative.applyAsDouble(path[i - 1]);
        }
        return path;
    }

    /**
     * Descends a function of several numbers.
     *
     * @param gradient the partial derivatives at a point, one for each component; it must not
     *     change the point
     * @param start where to begin
     * @param learningRate η, above 0
     * @param steps at least 0
     * @return the steps + 1 points from the start to the last one
     */
    public static double[][] path(UnaryOperator<double[]> gradient, double[] start, double learningRate, int steps) {
        check(learningRate, steps);
        double[][] path = new double[steps + 1][];
        path[0] = start.clone();
        for (int i = 1; i <= steps; i++) {
            double[] slope = gradient.apply(path[i - 1]);
            if (slope.length != start.length) {
                throw new IllegalArgumentException(
                        "the point has " + start.length + " components, but its gradient has " + slope.length);
            }
            path[i] = path[i - 1].clone();
            for (int j = 0; j < start.length; j++) {
                path[i][j] -= learningRate * slope[j];
            }
        }
        return path;
    }

    private static void check(double learningRate, int steps) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learningRate " + learningRate + " is not a positive number: try 0.01");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("steps " + steps + " must be at least 0");
        }
    }
}
