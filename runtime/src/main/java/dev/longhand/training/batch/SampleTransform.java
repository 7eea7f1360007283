package dev.longhand.training.batch;

/**
 * Changes samples after they were read, on the thread that read them: the place of augmentation. What it computes must
 * follow from the epoch and the samples' numbers alone, for several threads may apply it to several batches at once.
 */
@FunctionalInterface
interface SampleTransform {

    /** Leaves samples as they were read. */
    SampleTransform NONE = batch -> {};

    /** Changes the first {@code batch.n} rows of {@code batch.buffer}. */
    void apply(LoadedBatch batch);
}
