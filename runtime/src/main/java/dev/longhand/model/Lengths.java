package dev.longhand.model;

/**
 * The lengths of sequences that are padded to one number of steps, for a network that is declared with {@code masked =
 * true}. Steps that pad are masked: the network computes, learns and counts as if they weren't there. Immutable.
 *
 * <pre>{@code
 * Dataset data = Dataset.ofLabels(x, Shape.of(12, 3), labels, 2)
 *         .withLengths(Lengths.paddedRight(12, 7, 9));
 * float[] y = model.predict(x, Lengths.paddedRight(12, 7, 9));
 * }</pre>
 */
public final class Lengths {

    private final int[] lengths;
    private final boolean isPaddedLeft;

    private Lengths(int[] lengths, boolean isPaddedLeft) {
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 1) {
                throw new IllegalArgumentException(
                        "the length of sample " + i + " is " + lengths[i] + ": a sequence has at least 1 step");
            }
        }
        this.lengths = lengths.clone();
        this.isPaddedLeft = isPaddedLeft;
    }

    /**
     * Sequences at the beginning of the steps, with padding after them.
     *
     * @param lengths of each sample, at least 1
     */
    public static Lengths paddedRight(int... lengths) {
        return new Lengths(lengths, false);
    }

    /**
     * Sequences at the end of the steps, with padding before them.
     *
     * @param lengths of each sample, at least 1
     */
    public static Lengths paddedLeft(int... lengths) {
        return new Lengths(lengths, true);
    }

    /** The number of samples. */
    public int count() {
        return lengths.length;
    }

    /** The steps of sample {@code sample}, without padding. */
    public int of(int sample) {
        return lengths[sample];
    }

    /** Whether padding is before the sequences. */
    public boolean isPaddedLeft() {
        return isPaddedLeft;
    }

    /** The lengths of these samples, in this order. */
    public Lengths subset(int... samples) {
        int[] chosen = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            chosen[i] = lengths[samples[i]];
        }
        return new Lengths(chosen, isPaddedLeft);
    }

    /** Masks the padding of row {@code row} of a workspace, which holds sample {@code sample}. */
    public void mask(Workspace ws, int row, int sample) {
        int time = ws.steps().time();
        int first = firstStep(sample, time);
        ws.setSteps(row, first, first + lengths[sample]);
    }

    /**
     * Checks that a network can read such sequences.
     *
     * @throws IllegalArgumentException if it isn't declared with {@code masked = true}, or a sequence is too long for it
     */
    public void requireFit(ModelInfo model) {
        requireMasked(model);
        for (int i = 0; i < lengths.length; i++) {
            requireFit(model, i, lengths[i]);
        }
    }

    private static void requireMasked(ModelInfo model) {
        if (!model.masking().isMasked()) {
            throw new IllegalArgumentException("the samples have lengths, but " + model.name()
                    + " reads all steps of its samples: declare it with @Network(masked = true)");
        }
    }

    /** The same for the length of one sample. */
    public static void requireFit(ModelInfo model, long sample, int length) {
        requireMasked(model);
        int time = model.masking().time();
        if (length > time) {
            throw new IllegalArgumentException("the length of sample " + sample + " is " + length + ", but "
                    + model.name() + " reads " + time + " steps: cut the sequence, or declare a longer input");
        }
    }

    /** The first step of a sample's sequence. */
    public int firstStep(int sample, int time) {
        return isPaddedLeft ? time - lengths[sample] : 0;
    }
}
