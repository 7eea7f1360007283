package dev.longhand.processor.interpreter;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Numbers that remember what they were computed from: derivatives follow by the chain rule alone, from the
 * last number back to the first. A number is its place on the tape.
 */
public final class Tape {

    private static final int NONE = -1;

    private double[] values = new double[1 << 10];
    private int[] lefts = new int[1 << 10];
    private int[] rights = new int[1 << 10];
    private double[] leftSlopes = new double[1 << 10];
    private double[] rightSlopes = new double[1 << 10];
    private int size;
    private double distanceToKink = Double.POSITIVE_INFINITY;

    /** A number that depends on nothing. */
    public int number(double value) {
        return put(value, NONE, 0, NONE, 0);
    }

    /** Numbers that depend on nothing. */
    public int[] numbers(double... given) {
        return Arrays.stream(given).mapToInt(this::number).toArray();
    }

    /** The value of a number. */
    public double value(int a) {
        return values[a];
    }

    /** The values of numbers. */
    public double[] values(int... numbers) {
        return Arrays.stream(numbers).mapToDouble(this::value).toArray();
    }

    /** a + b. */
    public int add(int a, int b) {
        return put(values[a] + values[b], a, 1, b, 1);
    }

    /** a − b. */
    public int subtract(int a, int b) {
        return put(values[a] - values[b], a, 1, b, -1);
    }

    /** a·b. */
    public int multiply(int a, int b) {
        return put(values[a] * values[b], a, values[b], b, values[a]);
    }

    /** a/b. */
    public int divide(int a, int b) {
        return put(values[a] / values[b], a, 1 / values[b], b, -values[a] / (values[b] * values[b]));
    }

    /** c·a with a constant c. */
    public int scale(double c, int a) {
        return put(c * values[a], a, c, NONE, 0);
    }

    /** f(a), whose slope there is {@code slope}. */
    public int apply(double f, int a, double slope) {
        return put(f, a, slope, NONE, 0);
    }

    /** f(a). */
    public int apply(int a, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        return apply(f.applyAsDouble(values[a]), a, slope.applyAsDouble(values[a]));
    }

    /** e^a. */
    public int exp(int a) {
        double e = Math.exp(values[a]);
        return apply(e, a, e);
    }

    /** ln a. */
    public int log(int a) {
        return apply(Math.log(values[a]), a, 1 / values[a]);
    }

    /** √a. */
    public int sqrt(int a) {
        double root = Math.sqrt(values[a]);
        return apply(root, a, 0.5 / root);
    }

    /** 1/(1 + e^−a). */
    public int sigmoid(int a) {
        double s = 1 / (1 + Math.exp(-values[a]));
        return apply(s, a, s * (1 - s));
    }

    /** tanh a. */
    public int tanh(int a) {
        double t = Math.tanh(values[a]);
        return apply(t, a, 1 - t * t);
    }

    /** The sum of numbers. */
    public int sum(int... numbers) {
        return Arrays.stream(numbers).reduce(this::add).orElseGet(() -> number(0));
    }

    /** a + Σ x·w. */
    public int dot(
            int a, IntStream pairs, java.util.function.IntUnaryOperator x, java.util.function.IntUnaryOperator w) {
        int[] sum = {a};
        pairs.forEach(i -> sum[0] = add(sum[0], multiply(x.applyAsInt(i), w.applyAsInt(i))));
        return sum[0];
    }

    /** Says how far a number is from where a function has a jump or a kink. */
    public void kink(double distance) {
        distanceToKink = Math.min(distanceToKink, Math.abs(distance));
    }

    /** The smallest of these distances. */
    public double distanceToKink() {
        return distanceToKink;
    }

    /** The derivative of {@code result} in each number of the tape. */
    public double[] gradients(int result) {
        double[] gradients = new double[size];
        gradients[result] = 1;
        for (int a = result; a >= 0; a--) {
            if (lefts[a] != NONE) {
                gradients[lefts[a]] += gradients[a] * leftSlopes[a];
            }
            if (rights[a] != NONE) {
                gradients[rights[a]] += gradients[a] * rightSlopes[a];
            }
        }
        return gradients;
    }

    private int put(double value, int left, double leftSlope, int right, double rightSlope) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            lefts = Arrays.copyOf(lefts, 2 * size);
            rights = Arrays.copyOf(rights, 2 * size);
            leftSlopes = Arrays.copyOf(leftSlopes, 2 * size);
            rightSlopes = Arrays.copyOf(rightSlopes, 2 * size);
        }
        values[size] = value;
        lefts[size] = left;
        rights[size] = right;
        leftSlopes[size] = leftSlope;
        rightSlopes[size] = rightSlope;
        return size++;
    }
}
