package dev.longhand.importer.onnx;

import java.util.Arrays;

/**
 * Numbers that are the same for each sample: weights, or sizes that nodes compute from shapes.
 *
 * @param dimensions its dimensions, outermost first; none of a single number
 * @param numbers its numbers as floats; empty if they are whole
 * @param wholes its numbers if they are whole; {@link #BATCH} is the unknown number of samples
 * @param isUniform whether all its numbers are the one that is stored
 */
@SuppressWarnings("ArrayRecordComponent")
record Constant(int[] dimensions, float[] numbers, long[] wholes, boolean isUniform) implements Value {

    /** The number of samples, which is known only when the network is used. */
    static final long BATCH = Long.MIN_VALUE;

    static Constant of(float[] numbers, int... dimensions) {
        return new Constant(dimensions, numbers, new long[0], numbers.length == 1);
    }

    static Constant of(long[] wholes, int... dimensions) {
        return new Constant(dimensions, new float[0], wholes, wholes.length == 1);
    }

    /** A constant with the same number everywhere. */
    static Constant uniform(float number, int... dimensions) {
        return new Constant(dimensions, new float[] {number}, new long[0], true);
    }

    boolean isWhole() {
        return wholes.length > 0 || numbers.length == 0;
    }

    /** The number of stored numbers. */
    int count() {
        return isWhole() ? wholes.length : numbers.length;
    }

    double at(int index) {
        return isWhole() ? wholes[index] : numbers[index];
    }

    /** The same numbers in other dimensions. */
    Constant shaped(int... newDimensions) {
        return new Constant(newDimensions, numbers, wholes, isUniform);
    }

    /** Whether all numbers are equal, so that it acts as a single one. */
    boolean isScalar() {
        for (int i = 1; i < count(); i++) {
            if (at(i) != at(0)) {
                return false;
            }
        }
        return count() > 0;
    }

    /** All its numbers as floats. */
    float[] floats(int size) {
        float[] all = new float[size];
        if (isUniform) {
            Arrays.fill(all, (float) at(0));
        }
        for (int i = 0; !isUniform && i < size; i++) {
            all[i] = (float) at(i);
        }
        return all;
    }
}
