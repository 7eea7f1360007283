package dev.longhand.augment;

import dev.longhand.Shape;
import dev.longhand.random.CountedRandom;

/**
 * Applies an augmentation to the rows of batches: first to each sample, then, if it mixes samples, to the batch. It holds
 * the buffers of one thread. Several threads, each with another augmenter, may change the rows of one batch; when all are
 * changed, one thread mixes them. The result depends on the seed and on the numbers of samples and batches alone.
 *
 * <p>After the first batch it allocates nothing.
 */
public final class Augmenter {

    /** The keys of changes and of mixtures, so that they share no random numbers with other uses of the seed. */
    private static final long CHANGE = 0x6175676D656E74L;

    private static final long MIX = 0x6D6978L;

    private final Augmentation augmentation;
    private final Image image;
    private final int inputSize;
    private final long seed;
    private float[] inputs = {};
    private float[] targets = {};

    private Augmenter(Augmentation augmentation, Image image, long seed) {
        this.augmentation = augmentation;
        this.image = image;
        this.seed = seed;
        inputSize = image.values().length;
    }

    /**
     * An augmenter of images of this shape.
     *
     * @param shape height × width × channels, or height × width
     * @param seed the seed of all random numbers
     * @throws IllegalArgumentException if the augmentation can't change such images
     */
    public static Augmenter of(Augmentation augmentation, Shape shape, long seed) {
        Image image = Image.of(shape);
        augmentation.requireFits(image);
        return new Augmenter(augmentation, image, seed);
    }

    /**
     * Changes one sample.
     *
     * @param x [n][input]
     * @param row the sample's row in x
     * @param sample the number of the sample over all epochs: epoch·N + its index among the N samples of an epoch
     */
    public void apply(float[] x, int row, long sample) {
        image.read(x, row * inputSize);
        augmentation.apply(image, CountedRandom.key(seed, CHANGE, sample));
        image.write(x, row * inputSize);
    }

    /** Whether a batch needs {@link #mix} after all of its samples are changed. */
    public boolean mixes() {
        return augmentation.mixes();
    }

    /**
     * Mixes the samples of a batch with one another: sample i becomes λᵢ·xᵢ + (1 − λᵢ)·x₍ᵢ₊ᵣ₎, row i + r counted modulo
     * n, and its target likewise. A batch of one sample stays as it is.
     *
     * @param x [n][input]
     * @param t [n][target]
     * @param n the number of samples
     * @param targetSize the numbers of a target
     * @param batch the number of the batch over all epochs, from which r and the λᵢ are drawn
     */
    public void mix(float[] x, float[] t, int n, int targetSize, long batch) {
        if (n < 2 || !mixes()) {
            return;
        }
        long key = CountedRandom.key(seed, MIX, batch);
        int shift = 1 + CountedRandom.below(n - 1, key, 0);
        inputs = copy(x, n * inputSize, inputs);
        targets = copy(t, n * targetSize, targets);
        for (int row = 0; row < n; row++) {
            float weight = (float) augmentation.weight(CountedRandom.key(key, MIX, row));
            int other = (row + shift) % n;
            mixRow(x, row * inputSize, inputs, other * inputSize, inputSize, weight);
            mixRow(t, row * targetSize, targets, other * targetSize, targetSize, weight);
        }
    }

    /** A copy of the first {@code count} numbers, in {@code target} if they fit. */
    private static float[] copy(float[] values, int count, float[] target) {
        float[] copy = target.length < count ? new float[count] : target;
        System.arraycopy(values, 0, copy, 0, count);
        return copy;
    }

    private static void mixRow(float[] row, int offset, float[] others, int other, int size, float weight) {
        float rest = 1 - weight;
        for (int i = 0; i < size; i++) {
            row[offset + i] = weight * row[offset + i] + rest * others[other + i];
        }
    }
}
