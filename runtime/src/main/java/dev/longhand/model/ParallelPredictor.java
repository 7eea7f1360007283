package dev.longhand.model;

import dev.longhand.kernel.weights.PackedWeights;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Predicts many samples with several threads at once, each a share of the samples. For a single thread
 * {@link Model#predict} suffices. A sample's outputs have the same bits for any number
 * of threads, and any other samples predicted with it; only a sum that is 0 may change its sign,
 * depending on whether zeros of the input are skipped.
 *
 * <pre>{@code
 * try (ParallelPredictor predictor = ParallelPredictor.of(model)) {
 *     predictor.predict(x, n, y);
 * }
 * }</pre>
 *
 * <p>To be called by one thread at a time, which computes a share itself, and a single sample alone. Allocates nothing
 * after its first predictions. Uses the parameters that the model has at each call: don't train it at the same time.
 */
public final class ParallelPredictor implements AutoCloseable {

    private static final float[] NONE = {};

    private final Model model;
    private final Threads threads;
    private final Workspace[] workspaces;
    private final Threads.Task task = this::predictShare;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private float[] x = NONE;
    private float[] y = NONE;
    private int n;
    private @Nullable Lengths lengths;

    private ParallelPredictor(Model model, Threads threads) {
        this.model = model;
        this.threads = threads;
        workspaces = new Workspace[threads.count()];
        int block = Predictor.block(model.info());
        Arrays.setAll(workspaces, thread -> Workspace.forPredicting(model.info(), block));
    }

    /** A predictor with one thread for each processor. */
    public static ParallelPredictor of(Model model) {
        return of(model, Math.min(Threads.MOST, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * A predictor with this many threads, including the calling one.
     *
     * @param threads from 1 to {@value Threads#MOST}
     */
    public static ParallelPredictor of(Model model, int threads) {
        Threads started = Threads.of(threads);
        try {
            return new ParallelPredictor(model, started);
        } catch (RuntimeException | Error e) {
            started.close();
            throw e;
        }
    }

    /** See {@link Model#predict(float[])}. */
    public float[] predict(float[] x) {
        int n = model.predictor().samples(x);
        float[] y = model.predictor().outputs(n);
        predict(x, n, y);
        return y;
    }

    /** See {@link Model#predict(float[], Lengths)}. */
    public float[] predict(float[] x, Lengths lengths) {
        int n = model.predictor().samples(x, lengths);
        float[] y = model.predictor().outputs(n);
        predict(x, n, y, lengths);
        return y;
    }

    /**
     * See {@link Model#predict(float[], int, float[])}.
     *
     * @param y an array other than x, because one thread may write before another has read
     * @throws IllegalStateException if it's predicting for another thread
     */
    public void predict(float[] x, int n, float[] y) {
        model.predictor().requireRoom(x, n, y);
        if (x == y) {
            throw new IllegalArgumentException(
                    "several threads can't write the outputs over the inputs: give another array for y");
        }
        predict(x, n, y, null);
    }

    private void predict(float[] x, int n, float[] y, @Nullable Lengths lengths) {
        if (!isBusy.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "this ParallelPredictor of " + model.info().name()
                            + " is predicting for another thread: give each thread a separate one, or use model.predict");
        }
        try {
            if (n == 1) {
                model.predictor().predict(workspaces[0], x, 1, y, lengths);
            } else {
                this.x = x;
                this.y = y;
                this.n = n;
                this.lengths = lengths;
                predictShares();
            }
        } finally {
            this.x = NONE;
            this.y = NONE;
            this.lengths = null;
            share(null);
            isBusy.set(false);
        }
    }

    /** See {@link Predictor#predict(Workspace, float[], int, float[])}. */
    private void predictShares() {
        StampedLock lock = model.parameters().lock();
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            share(model.parameters().packed());
            threads.run(task);
            if (lock.validate(stamp)) {
                return;
            }
        }
        stamp = lock.readLock();
        try {
            share(model.parameters().packed());
            threads.run(task);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private void share(@Nullable PackedWeights packed) {
        for (Workspace ws : workspaces) {
            ws.share(packed);
        }
    }

    private void predictShare(int thread) {
        int from = threads.begin(n, thread);
        int to = threads.begin(n, thread + 1);
        model.predictor().predict(workspaces[thread], x, from, to - from, y, lengths);
    }

    /** Ends the threads; later calls run on the calling thread alone. */
    @Override
    public void close() {
        threads.close();
    }
}
