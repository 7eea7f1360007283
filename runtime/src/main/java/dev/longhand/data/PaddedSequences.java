package dev.longhand.data;

import dev.longhand.model.Lengths;

/**
 * Sequences of different lengths, padded with 0 to one number of steps, for a network that is declared with {@code masked
 * = true}. Immutable.
 *
 * <pre>{@code
 * PaddedSequences gestures = PaddedSequences.right(recorded, 12, 3);
 * Dataset data = Dataset.ofLabels(gestures.values(), Shape.of(12, 3), labels, 5)
 *         .withLengths(gestures.lengths());
 * }</pre>
 */
public final class PaddedSequences {

    private final float[] values;
    private final Lengths lengths;

    private PaddedSequences(float[] values, Lengths lengths) {
        this.values = values;
        this.lengths = lengths;
    }

    /**
     * Sequences with the padding after them.
     *
     * @param sequences each [length][features], flat, of at least 1 and at most {@code time} steps
     * @param time the number of steps to pad to, at least 1
     * @param features the numbers of a step, at least 1; 1 for the numbers that an embedding reads
     */
    public static PaddedSequences right(float[][] sequences, int time, int features) {
        return of(sequences, time, features, false);
    }

    /** As {@link #right}, with the padding before the sequences. */
    public static PaddedSequences left(float[][] sequences, int time, int features) {
        return of(sequences, time, features, true);
    }

    private static PaddedSequences of(float[][] sequences, int time, int features, boolean left) {
        if (time < 1 || features < 1) {
            throw new IllegalArgumentException(
                    time + " steps of " + features + " features can't hold a sequence: both must be at least 1");
        }
        int width = Rows.size("steps", time, features);
        float[] values = new float[Rows.size("sequences", sequences.length, width)];
        int[] lengths = new int[sequences.length];
        for (int s = 0; s < sequences.length; s++) {
            int count = sequences[s].length;
            if (count == 0 || count % features != 0) {
                throw new IllegalArgumentException("sequence " + s + " has " + count + " numbers, but steps of "
                        + features + ": it needs whole steps, at least 1");
            }
            lengths[s] = count / features;
            if (lengths[s] > time) {
                throw new IllegalArgumentException("sequence " + s + " has " + lengths[s] + " steps, more than " + time
                        + ": cut it, or pad all to more steps");
            }
            System.arraycopy(sequences[s], 0, values, s * width + (left ? width - count : 0), count);
        }
        return new PaddedSequences(values, left ? Lengths.paddedLeft(lengths) : Lengths.paddedRight(lengths));
    }

    /** A copy of the padded sequences, [n][time][features], flat. */
    public float[] values() {
        return values.clone();
    }

    /** Their lengths without padding. */
    public Lengths lengths() {
        return lengths;
    }
}
