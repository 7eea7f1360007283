package dev.longhand.training.batch;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.augment.Augmenter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Changes training samples by an augmentation, each thread with an augmenter that no other uses meanwhile. */
final class AugmentedSamples implements SampleTransform {

    private final Augmentation augmentation;
    private final Shape shape;
    private final int targetSize;
    private final long seed;
    private final Batches batches;

    /** Those that no thread uses. Guarded by this. */
    private final Deque<Augmenter> free = new ArrayDeque<>();

    private AugmentedSamples(Augmentation augmentation, Shape shape, int targetSize, long seed, Batches batches) {
        this.augmentation = augmentation;
        this.shape = shape;
        this.targetSize = targetSize;
        this.seed = seed;
        this.batches = batches;
        free.add(Augmenter.of(augmentation, shape, seed));
    }

    /**
     * The changes that a training's settings ask for, or null if they ask for none.
     *
     * @param stored the shape in which the samples are stored
     * @param targetSize the numbers of a target
     * @throws IllegalArgumentException if the samples aren't images that can be changed so
     */
    static @Nullable AugmentedSamples of(BatchSettings settings, Shape stored, int targetSize, Batches batches) {
        Augmentation augmentation = settings.augmentation();
        if (augmentation == null) {
            return null;
        }
        Shape shape = settings.augmentedShape() == null ? stored : settings.augmentedShape();
        if (shape.size() != stored.size()) {
            throw new IllegalArgumentException("augmentation was asked for images of " + shape + ", which are "
                    + shape.size() + " numbers, but the samples have " + stored.size() + " (" + stored + ")");
        }
        return new AugmentedSamples(augmentation, shape, targetSize, settings.seed(), batches);
    }

    @Override
    public void apply(LoadedBatch batch) {
        apply(batch.buffer.inputs(), batch.buffer.targets(), batch.n, batch.epoch, batch.number, batch.sampleOfRow);
    }

    /**
     * Changes the samples of a batch.
     *
     * @param x [n][input]
     * @param t [n][target]
     * @param epoch the epoch, counted from 1
     * @param number the number of the batch in its epoch, counted from 0
     * @param sampleOfRow the number, in the data, of the sample in a row
     */
    void apply(float[] x, float[] t, int n, int epoch, int number, IntToLongFunction sampleOfRow) {
        Augmenter augmenter = take();
        long firstSample = (epoch - 1) * batches.samples();
        for (int row = 0; row < n; row++) {
            augmenter.apply(x, row, firstSample + sampleOfRow.applyAsLong(row));
        }
        augmenter.mix(x, t, n, targetSize, (long) (epoch - 1) * batches.count() + number);
        giveBack(augmenter);
    }

    private Augmenter take() {
        Augmenter taken;
        synchronized (this) {
            taken = free.poll();
        }
        return taken == null ? Augmenter.of(augmentation, shape, seed) : taken;
    }

    private synchronized void giveBack(Augmenter augmenter) {
        free.add(augmenter);
    }
}
