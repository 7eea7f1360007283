package dev.longhand.benchmarks.engine;

import dev.longhand.data.Dataset;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A training in a separate thread that pauses after each epoch until the next one is requested. */
final class PausedTraining implements Callback, AutoCloseable {

    private final Semaphore asked = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    PausedTraining(Trainer trainer, Dataset data) {
        Trainer paused = trainer.epochs(Integer.MAX_VALUE).callback(this);
        thread = new Thread(() -> fit(paused, data), "training");
        thread.setDaemon(true);
        thread.start();
    }

    private void fit(Trainer trainer, Dataset data) {
        asked.acquireUninterruptibly();
        if (closed) {
            return;
        }
        try {
            trainer.fit(data);
        } catch (RuntimeException | Error e) {
            failure = e;
            done.release();
        }
    }

    /** Trains the next epoch and returns when it's done. */
    void nextEpoch() throws Exception {
        asked.release();
        done.acquire();
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("the training failed", thrown);
        }
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        done.release();
        asked.acquireUninterruptibly();
        if (closed) {
            training.stop("closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        asked.release();
    }
}
