package dev.longhand.training.checkpoint;

import java.nio.file.Path;

/**
 * When checkpoints are written, and where; after every epoch if none of the intervals is set.
 *
 * @param folder the folder of the files
 * @param epochs the epochs from one to the next; 0 if they don't count
 * @param steps the steps from one to the next; 0 if they don't count
 * @param minutes the minutes from one to the next; 0 if they don't count
 * @param kept how many are kept
 */
public record CheckpointSchedule(Path folder, int epochs, long steps, double minutes, int kept) {

    /** Whether one is due after this epoch. */
    boolean isDueAfterEpoch(int epoch) {
        boolean isDefault = epochs == 0 && steps == 0 && minutes == 0;
        return isDefault || (epochs > 0 && epoch % epochs == 0);
    }

    /** Whether one is due after this step, so many nanoseconds after the last one. */
    boolean isDueAfterStep(long step, long nanoseconds) {
        return (steps > 0 && step % steps == 0) || (minutes > 0 && nanoseconds >= minutes * 60e9);
    }
}
