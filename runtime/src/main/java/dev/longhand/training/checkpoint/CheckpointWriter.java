package dev.longhand.training.checkpoint;

import dev.longhand.training.state.Progress;
import dev.longhand.training.state.TrainingState;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the checkpoints of a training when they are due. What can't be written is a warning: one for each kind of
 * failure, one when files are written again, and one with the sum at the end, so that a disk that is full for hours
 * doesn't fill the memory too.
 */
public final class CheckpointWriter {

    private final @Nullable CheckpointSchedule settings;
    private final TrainingState state;
    private final Consumer<String> warnings;
    private final Set<String> knownFailures = new HashSet<>();
    private @Nullable Path newest;
    private long tried;
    private long failed;
    private long warnedOf;
    private boolean hasRecovered;
    private long last = System.nanoTime();
    private boolean isDue;
    private boolean isWritten;

    /**
     * A writer.
     *
     * @param settings null to write none
     * @param warnings gets sentences on checkpoints that can't be written
     */
    public CheckpointWriter(@Nullable CheckpointSchedule settings, TrainingState state, Consumer<String> warnings) {
        this.settings = settings;
        this.state = state;
        this.warnings = warnings;
    }

    /** After the training was restored from a checkpoint: if that is in the folder, it needn't be written again. */
    public void resumed(Checkpoint checkpoint) {
        isWritten = settings != null && checkpoint.isIn(settings.folder());
    }

    /**
     * After a batch. Allocates nothing if no checkpoint is due.
     *
     * @param isLast whether it's the last of its epoch: then the checkpoint waits for the epoch's end
     */
    public void afterBatch(boolean isLast, double secondsOfEpoch) {
        isWritten = false;
        if (settings == null) {
            return;
        }
        boolean isAfterStep = state.control().accumulated() == 0;
        isDue |= isAfterStep
                && settings.isDueAfterStep(state.control().optimizer().steps(), System.nanoTime() - last);
        if (isDue && !isLast) {
            write(secondsOfEpoch);
        }
    }

    /** After an epoch was reported. */
    public void afterEpoch() {
        isWritten = false;
        if (settings != null && (isDue || settings.isDueAfterEpoch(state.progress().epoch))) {
            write(0);
        }
    }

    /** When the training is interrupted within an epoch. */
    public void afterInterruption(double secondsOfEpoch) {
        if (!isWritten) {
            write(secondsOfEpoch);
        }
    }

    /**
     * When the training ends.
     *
     * @param isInterruptedInEpoch whether {@link #afterInterruption} has kept a moment that a resumed training needs
     */
    public void end(boolean isInterruptedInEpoch, double secondsOfEpoch) {
        if (!isInterruptedInEpoch && !isWritten) {
            write(secondsOfEpoch);
        }
        if (failed > warnedOf) {
            warnings.accept(failed + " of " + tried + " checkpoints couldn't be written; the newest one is "
                    + (newest == null ? "from before this training" : newest.getFileName()));
        }
    }

    private void write(double secondsOfEpoch) {
        if (settings == null) {
            return;
        }
        CheckpointFolder folder = new CheckpointFolder(settings.folder());
        Progress progress = state.progress();
        Path file = folder.file(progress.epoch, progress.batch, progress.epochsBefore + 1);
        tried++;
        try {
            Checkpoint.of(state, secondsOfEpoch).write(file);
            newest = file;
            if (failed > 0 && !hasRecovered) {
                hasRecovered = true;
                warnings.accept("checkpoints are written again, the first one to " + file.getFileName());
            }
        } catch (IOException e) {
            failed++;
            if (knownFailures.add("write " + kind(e))) {
                warnedOf++;
                warnings.accept(
                        "a checkpoint couldn't be written, and the training goes on without it: " + e.getMessage());
            }
        }
        try {
            if (file.equals(newest)) {
                folder.deleteBut(file, settings.kept());
            }
        } catch (IOException e) {
            if (knownFailures.add("delete " + kind(e))) {
                warnings.accept("old checkpoints couldn't be deleted: " + e.getMessage());
            }
        }
        isDue = false;
        isWritten = true;
        last = System.nanoTime();
    }

    /** What failures with different files have in common. */
    private static String kind(IOException failure) {
        String reason = failure instanceof FileSystemException e ? e.getReason() : null;
        return failure.getClass().getName() + ": " + reason;
    }
}
