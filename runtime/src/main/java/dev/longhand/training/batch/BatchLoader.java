package dev.longhand.training.batch;

import dev.longhand.metric.Task;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.training.guard.Divergence;
import dev.longhand.training.guard.NotFiniteException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a training, epoch by epoch: which samples are in each follows from the seed, the epoch and the number
 * of the batch alone. For one thread.
 */
public interface BatchLoader extends AutoCloseable {

    /** The task that loss and targets imply. */
    Task task();

    /** The batches of an epoch. */
    Batches batches();

    /** The data, and settings that only its kind has, in words, by the names of the settings. */
    Map<String, String> description();

    /** What can hardly be meant in an optimizer and the data, a sentence with the remedy for each. */
    List<String> warnings(Optimizer optimizer);

    /**
     * Begins an epoch, or goes on in the middle of one.
     *
     * @param epoch the number of the epoch, counted from 1
     * @param firstBatch the next batch to load, counted from 0
     * @param lastEpoch the last epoch planned: what follows isn't read ahead
     */
    void begin(int epoch, int firstBatch, int lastEpoch);

    /**
     * Writes the next batch of the epoch into a workspace.
     *
     * @return the number of its samples
     * @throws NotFiniteException if a sample that was read holds NaN or infinity
     * @throws InterruptedException if the thread is interrupted while it waits for samples; the batch stays the next one
     * @throws SourceException if the source can't be read
     */
    int load(Workspace ws) throws NotFiniteException, InterruptedException;

    /** The number, in the data, of the sample in a row of the batch loaded last. */
    long sample(int row);

    /** The first number of the data that isn't finite, looked for after a training diverged; null if there is none. */
    @Nullable
    Divergence notFinite();

    /** Ends what reads ahead. */
    @Override
    void close();
}
