package dev.longhand.training;

import dev.longhand.metric.Task;
import dev.longhand.model.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a training, epoch by epoch: which samples are in each follows from the seed, the epoch and the number
 * of the batch alone. For one thread.
 */
interface BatchLoader extends AutoCloseable {

    /** The task that loss and targets imply. */
    Task task();

    /** The batches of an epoch. */
    Batches batches();

    /**
     * Begins an epoch, or goes on in the middle of one.
     *
     * @param epoch the number of the epoch, counted from 1
     * @param firstBatch the next batch to load, counted from 0
     */
    void begin(int epoch, int firstBatch);

    /**
     * Writes the next batch of the epoch into a workspace.
     *
     * @return the number of its samples
     * @throws NotFiniteException if a sample that was read holds NaN or infinity
     */
    int load(Workspace ws) throws NotFiniteException;

    /** The number, in the data, of the sample in a row of the batch loaded last. */
    long sample(int row);

    /** The first number of the data that isn't finite, looked for after a training diverged; null if there is none. */
    @Nullable
    Divergence notFinite();

    /** Ends what reads ahead. */
    @Override
    void close();
}
