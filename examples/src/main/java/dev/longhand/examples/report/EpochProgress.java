package dev.longhand.examples.report;

import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.Training;
import org.jspecify.annotations.Nullable;

/** A {@link Progress} bar for each epoch of a training. */
public final class EpochProgress implements Callback {

    private @Nullable Progress progress;

    @Override
    public void onEpochBegin(Training training) {
        progress = Progress.of("epoch " + training.epoch() + "/" + training.epochs(), training.batches());
    }

    @Override
    public void onBatchEnd(Training training) {
        if (progress != null) {
            progress.step();
        }
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        if (progress != null) {
            progress.close();
        }
    }
}
