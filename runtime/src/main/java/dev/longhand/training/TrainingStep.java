package dev.longhand.training;

import dev.longhand.Shape;
import dev.longhand.data.TargetRange;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerState;
import dev.longhand.training.batch.BatchLoader;
import dev.longhand.training.batch.Batches;
import dev.longhand.training.guard.NotFiniteException;
import dev.longhand.training.step.StepControl;
import dev.longhand.training.step.StepSettings;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One step of training, repeatable: forward, backward, update of parameters and state. {@link Trainer} repeats it; so
 * can a training loop written by hand:
 *
 * <pre>{@code
 * try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 4, 42)) {
 *     for (int i = 0; i < 1000; i++) {
 *         float loss = step.run(x, t);
 *     }
 * }
 * }</pre>
 *
 * <p>The model is reserved until the step is closed. A step allocates nothing after warm-up.
 */
public final class TrainingStep implements AutoCloseable {

    /** With fewer multiply-adds in a step, waking a thread costs more than it saves. */
    private static final long SMALLEST_SHARED_STEP = 200_000;

    private final Model model;
    private final OptimizerState optimizer;
    private final Workspace ws;
    private final Threads threads;
    private final StepSettings settings;
    private final StepControl control;
    private final TrainingClaim claim;

    /** Held by the thread that takes a step, or closes. */
    private final ReentrantLock turn = new ReentrantLock();

    private boolean isClosed;
    private int samples;
    private boolean foundGradient;

    private TrainingStep(
            Model model,
            StepSettings settings,
            OptimizerState optimizer,
            Workspace ws,
            Threads threads,
            TrainingClaim claim) {
        this.model = model;
        this.settings = settings;
        this.optimizer = optimizer;
        this.ws = ws;
        this.threads = threads;
        this.claim = claim;
        control = new StepControl(model, claim, settings, optimizer, ws, threads);
    }

    /**
     * Reserves the model for training by one thread.
     *
     * @param maxBatch the most samples of a step, at least 1
     * @param seed the seed of dropout masks
     * @throws IllegalArgumentException if a batch norm would have one number for each channel in a batch
     * @throws IllegalStateException if the model is being trained already
     */
    public static TrainingStep of(Model model, Optimizer optimizer, int maxBatch, long seed) {
        return of(model, optimizer, maxBatch, seed, 1);
    }

    /**
     * Reserves the model for training by several threads, including the calling one. The result is the
     * same, to the bit, for any number of them.
     *
     * @param maxBatch the most samples of a step, at least 1
     * @param seed the seed of dropout masks
     * @param threads how many, from 1 to {@value Threads#MOST}
     * @throws IllegalArgumentException if a batch norm would have one number for each channel in a batch
     * @throws IllegalStateException if the model is being trained already
     */
    public static TrainingStep of(Model model, Optimizer optimizer, int maxBatch, long seed, int threads) {
        Threads.requireCount(threads);
        return of(model, StepSettings.of(optimizer, seed, threads), maxBatch);
    }

    /** Reserves the model for training by steps with these settings, of batches of up to {@code maxBatch} samples. */
    static TrainingStep of(Model model, StepSettings settings, int maxBatch) {
        Batches.requireSeveral(model.info(), maxBatch, "maxBatch " + maxBatch, "use maxBatch 2 or more");
        OptimizerState state = settings.optimizer().start(model.info());
        boolean isWorthSharing = maxBatch * multiplyAdds(model.info()) >= SMALLEST_SHARED_STEP;
        Threads started = Threads.of(isWorthSharing ? settings.threads() : 1);
        TrainingClaim claim = null;
        try {
            Workspace ws = new Workspace(model.info(), maxBatch, started);
            claim = model.parameters().claimForTraining();
            return new TrainingStep(model, settings, state, ws, started, claim);
        } catch (RuntimeException | Error e) {
            if (claim != null) {
                claim.close();
            }
            started.close();
            throw e;
        }
    }

    /** The approximate multiply-adds of a sample: each parameter once for each position its layer computes. */
    static long multiplyAdds(ModelInfo info) {
        return info.layers().stream()
                .mapToLong(layer -> (long) layer.parameterCount() * positions(layer))
                .sum();
    }

    /** The pixels or steps of a layer's output or, if that is flat, of its input, as for a recurrent layer. */
    private static int positions(LayerInfo layer) {
        Shape shape = layer.output().rank() > 1 ? layer.output() : layer.input();
        return shape.size() / shape.dimension(shape.rank() - 1);
    }

    /**
     * Takes a step on these samples.
     *
     * @param x [n][input], n from 1 to maxBatch, or from 2 if a batch norm would have one number for each channel
     * @param t [n][output]; from 0 to 1 if the loss is a cross-entropy or a log-likelihood
     * @return the loss before the step, the mean over the samples; if it isn't finite, nothing was
     *     changed
     * @throws IllegalStateException if it's closed, or a step is running in another thread
     */
    public float run(float[] x, float[] t) {
        int in = model.info().input().size();
        int out = model.info().outputSize();
        int n = x.length / in;
        if (n < 1 || n > ws.maxBatch() || x.length != n * in || t.length != n * out) {
            throw new IllegalArgumentException(
                    "a step of %s takes 1 to %s samples of %s inputs and %s targets, but x holds %s numbers and t %s"
                            .formatted(model.info().name(), ws.maxBatch(), in, out, x.length, t.length));
        }
        Batches.requireSeveral(model.info(), n, "a step of 1 sample", "take 2 samples or more");
        TargetRange.require(model.info(), t, 0);
        begin();
        try {
            System.arraycopy(x, 0, ws.input(), 0, x.length);
            System.arraycopy(t, 0, ws.targets(), 0, t.length);
            ws.weights().clear();
            ws.steps().clear();
            return run(n, 1, true);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Computes the gradients of the next batch.
     *
     * @param isLast whether it's the last batch of a step; if not, its gradients are accumulated
     * @throws InterruptedException if the thread is interrupted while it waits for the batch; then nothing is changed
     */
    float run(BatchLoader loader, double rateFactor, boolean isLast) throws NotFiniteException, InterruptedException {
        begin();
        try {
            return run(loader.load(ws), rateFactor, isLast);
        } finally {
            turn.unlock();
        }
    }

    private void begin() {
        if (turn.isHeldByCurrentThread() || !turn.tryLock()) {
            throw new IllegalStateException("a step of " + model.info().name()
                    + " is running in another thread: take the steps of one training one after the other");
        }
    }

    private float run(int n, double rateFactor, boolean isLast) {
        if (isClosed) {
            throw new IllegalStateException(
                    "this training of " + model.info().name() + " is closed: start another one with TrainingStep.of");
        }
        samples = n;
        ws.beginStep(settings.seed(), passes());
        model.forwardTraining(ws, n);
        float loss = model.backward(ws, n);
        foundGradient = Float.isFinite(loss) && !control.finish(n, rateFactor, isLast);
        return foundGradient ? Float.NaN : loss;
    }

    /** Whether the last batch had a finite loss, and gradients whose norm isn't. */
    boolean foundGradient() {
        return foundGradient;
    }

    /** The number of a batch, counted from 0 and different for all; the number of a step, if it consists of one. */
    private long passes() {
        return optimizer.steps() * settings.accumulated() + control.accumulated();
    }

    /** A workspace for validation on so many samples, whose passes the same threads run. */
    Workspace evaluationWorkspace(int samples) {
        return Workspace.forEvaluating(model.info(), samples, threads);
    }

    /** What the steps do with gradients and parameters. */
    StepControl control() {
        return control;
    }

    /** The number of samples of the last batch; 0 before the first. */
    public int samples() {
        return samples;
    }

    /** The number of threads that may compute a step, as it's set. */
    public int threads() {
        return settings.threads();
    }

    /** The workspace of the steps: it holds the samples, activations and gradients of the last one. */
    public Workspace workspace() {
        return ws;
    }

    /** The optimizer's state; its number of steps is the number of steps taken. */
    public OptimizerState optimizer() {
        return optimizer;
    }

    /**
     * Releases the model and ends the threads, after the step that another thread may be taking.
     *
     * @throws IllegalStateException if it's called within a step
     */
    @Override
    public void close() {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a step of " + model.info().name() + " is running: close its training after it");
        }
        turn.lock();
        try {
            isClosed = true;
            threads.close();
            claim.close();
        } finally {
            turn.unlock();
        }
    }
}
