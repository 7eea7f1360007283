package dev.longhand.training.checkpoint;

import dev.longhand.training.state.Progress;
import dev.longhand.training.state.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes the checkpoints of a training when they are due. */
public final class CheckpointWriter {

    private final CheckpointSchedule settings;
    private final CheckpointFolder folder;
    private final TrainingState state;
    private final Consumer<String> warnings;
    private long last = System.nanoTime();
    private boolean isDue;
    private boolean isWritten;

    /**
     * A writer.
     *
     * @param warnings gets a sentence for each checkpoint that can't be written
     */
    public CheckpointWriter(CheckpointSchedule settings, TrainingState state, Consumer<String> warnings) {
        this.settings = settings;
        this.state = state;
        this.warnings = warnings;
        folder = new CheckpointFolder(settings.folder());
    }

    /**
     * After a batch. Allocates nothing if no checkpoint is due.
     *
     * @param isLast whether it's the last of its epoch: then the checkpoint waits for the epoch's end
     */
    public void afterBatch(boolean isLast, double secondsOfEpoch) {
        isWritten = false;
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
        if (isDue || settings.isDueAfterEpoch(state.progress().epoch)) {
            write(0);
        }
    }

    /** When the training ends, or is interrupted within an epoch. */
    public void atEnd(double secondsOfEpoch) {
        if (!isWritten) {
            write(secondsOfEpoch);
        }
    }

    private void write(double secondsOfEpoch) {
        Progress progress = state.progress();
        Path file = folder.file(progress.epoch, progress.batch);
        try {
            Checkpoint.of(state, secondsOfEpoch).write(file);
            folder.deleteBut(file, settings.kept());
        } catch (IOException e) {
            warnings.accept("a checkpoint couldn't be written, and the training goes on without it: " + e.getMessage());
        }
        isDue = false;
        isWritten = true;
        last = System.nanoTime();
    }
}
