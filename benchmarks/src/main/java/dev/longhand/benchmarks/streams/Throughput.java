package dev.longhand.benchmarks.streams;

import dev.longhand.training.Callback;
import dev.longhand.training.Training;

/** The samples that a training takes a second, after a warm-up. */
final class Throughput implements Callback {

    private final double warmUp;
    private long begin;
    private long warm;
    private long last;
    private long samples;

    /** Measures after so many seconds. */
    Throughput(double warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void onTrainingBegin(Training training) {
        begin = System.nanoTime();
        warm = 0;
        samples = 0;
    }

    @Override
    public void onBatchEnd(Training training) {
        last = System.nanoTime();
        if (warm > 0) {
            samples += training.step().workspace().maxBatch();
        } else if (last - begin > warmUp * 1e9) {
            warm = last;
        }
    }

    /** The samples of full batches a second; NaN if the training didn't last longer than the warm-up. */
    double samplesPerSecond() {
        return warm == 0 ? Double.NaN : samples / ((last - warm) / 1e9);
    }
}
