package dev.longhand.data;

/**
 * A sample: an input and the target that a network should give for it, and how much it counts. The arrays aren't copied.
 *
 * @param input the numbers of the input
 * @param target the numbers of the target
 * @param weight how much it counts in the loss and in metrics, 0 or more; usually 1
 * @param length the steps of its sequence, where the input is padded to more, for a network that is declared with {@code
 *     masked = true}; 0 if all steps count
 * @param isPaddedLeft whether the padding is before the sequence
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sample(float[] input, float[] target, float weight, int length, boolean isPaddedLeft) {

    public Sample {
        if (length < 0) {
            throw new IllegalArgumentException(
                    "a length of " + length + " is no number of steps: use 1 or more, or 0 for all");
        }
    }

    /** A sample that counts 1, with all its steps. */
    public Sample(float[] input, float[] target) {
        this(input, target, 1, 0, false);
    }

    /** A sample of a class with a one-hot target. */
    public static Sample ofLabel(float[] input, int label, int classes) {
        float[] target = new float[classes];
        target[label] = 1;
        return new Sample(input, target);
    }

    /** The same, which counts by this weight. */
    public Sample withWeight(float weight) {
        return new Sample(input, target, weight, length, isPaddedLeft);
    }

    /** The same, of whose input only the first steps are its sequence. */
    public Sample paddedRight(int length) {
        return new Sample(input, target, weight, length, false);
    }

    /** The same, of whose input only the last steps are its sequence. */
    public Sample paddedLeft(int length) {
        return new Sample(input, target, weight, length, true);
    }
}
