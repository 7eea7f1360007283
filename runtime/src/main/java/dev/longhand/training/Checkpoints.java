package dev.longhand.training;

import dev.longhand.training.checkpoint.CheckpointSchedule;
import java.nio.file.Path;

/**
 * When a training writes checkpoints, and where: files from which {@link Trainer#resume} goes on to the very bits of a
 * training that was never stopped. Immutable.
 *
 * <pre>{@code
 * Trainer.of(model)
 *         .checkpoints(Checkpoints.in(folder).everyEpochs(1).everyMinutes(10).keep(3))
 *         .resume(folder)
 *         .fit(train);
 * }</pre>
 *
 * <p>A checkpoint is written after an epoch or a step, and in any case when the training ends or its thread is
 * interrupted. It's written as a whole or not at all and forced to the disk; then the oldest ones are deleted. If it
 * can't be written, because the disk is full, for instance, the training goes on: a warning ({@link History#warnings})
 * tells of the first failure of each kind, another that files are written again.
 *
 * <p>A checkpoint is a safetensors file, {@code epoch-000002-batch-00000600.safetensors} after the 600th batch of the
 * second epoch, with a CRC-32C over all its bytes. It holds the parameters and the state, those of the end of the last
 * epoch, the optimizer's state, the moving average, accumulated gradients, the history, the memory of callbacks that are
 * {@link Resumable}, and as metadata the position in the training and its settings.
 */
public final class Checkpoints {

    private final CheckpointSchedule schedule;

    private Checkpoints(Path folder, int epochs, long steps, double minutes, int kept) {
        schedule = new CheckpointSchedule(folder, epochs, steps, minutes, kept);
    }

    /** Checkpoints in a folder, which is created if need be: by default after every epoch, of which 3 are kept. */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, 0, 0, 0, 3);
    }

    /** The same after so many epochs, at least 1, and when another of these methods says so. */
    public Checkpoints everyEpochs(int epochs) {
        require(epochs >= 1, epochs + " epochs");
        return new Checkpoints(schedule.folder(), epochs, schedule.steps(), schedule.minutes(), schedule.kept());
    }

    /** The same after so many steps, at least 1, and when another of these methods says so. */
    public Checkpoints everySteps(long steps) {
        require(steps >= 1, steps + " steps");
        return new Checkpoints(schedule.folder(), schedule.epochs(), steps, schedule.minutes(), schedule.kept());
    }

    /** The same after the first step that ends so many minutes after the last one, and when another method says so. */
    public Checkpoints everyMinutes(double minutes) {
        require(minutes > 0, minutes + " minutes");
        return new Checkpoints(schedule.folder(), schedule.epochs(), schedule.steps(), minutes, schedule.kept());
    }

    /**
     * The same with this number of checkpoints kept, at least 1, by default 3; older ones are deleted. Of each earlier
     * call of {@link Trainer#fit} in the same folder the last two are kept too.
     */
    public Checkpoints keep(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("keep(" + count + ") would keep no checkpoint: use at least 1");
        }
        return new Checkpoints(schedule.folder(), schedule.epochs(), schedule.steps(), schedule.minutes(), count);
    }

    private static void require(boolean isPossible, String interval) {
        if (!isPossible) {
            throw new IllegalArgumentException(
                    "a checkpoint every " + interval + " is impossible: use a number above 0");
        }
    }

    CheckpointSchedule schedule() {
        return schedule;
    }
}
