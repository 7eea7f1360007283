package dev.longhand.data;

/**
 * A sample: an input and the target that a network should give for it. The arrays aren't copied.
 *
 * @param input the numbers of the input
 * @param target the numbers of the target
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sample(float[] input, float[] target) {

    /** A sample of a class with a one-hot target. */
    public static Sample ofLabel(float[] input, int label, int classes) {
        float[] target = new float[classes];
        target[label] = 1;
        return new Sample(input, target);
    }
}
