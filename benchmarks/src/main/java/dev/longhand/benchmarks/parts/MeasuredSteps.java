package dev.longhand.benchmarks.parts;

import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.OptimizerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a training, as {@code Trainer} takes them, each phase measured and, with a timer, each kernel. */
final class MeasuredSteps implements AutoCloseable {

    private static final long SEED = 42;

    private final Task task;
    private final Dataset data;
    private final Model model;
    private final Threads threads;
    private final TrainingClaim claim;
    private final OptimizerState optimizer;
    private final @Nullable KernelTimer timer;
    private final Workspace ws;
    private final Times step = new Times("whole step");
    private final Times load = new Times("load the batch");
    private final Times forward = new Times("forward");
    private final Times backward = new Times("loss and backward");
    private final Times update = new Times("update");
    private final Times otherForward = new Times("other code, and the timers");
    private final Times otherBackward = new Times("other code, and the timers");
    private final Times otherUpdate = new Times("other code, and the timers");
    private int forwardCalls;
    private int backwardCalls;
    private Epoch epoch;
    private int first;
    private int steps;

    private MeasuredSteps(Task task, Dataset data, Model model, int threads, @Nullable KernelTimer timer) {
        this.task = task;
        this.data = data;
        this.model = model;
        this.timer = timer;
        this.threads = Threads.of(threads);
        claim = model.parameters().claimForTraining();
        optimizer = task.optimizer().start(model.info());
        ws = timer == null
                ? new Workspace(model.info(), task.batch(), this.threads)
                : new Workspace(model.info(), task.batch(), this.threads, timer);
        epoch = Epoch.of(task, SEED, 1, data.size());
    }

    /** Steps whose kernels aren't measured. */
    static MeasuredSteps plain(Task task, Dataset data, int threads) {
        return new MeasuredSteps(task, data, task.model(SEED), threads, null);
    }

    /** Steps whose kernels are measured. */
    static MeasuredSteps timed(Task task, Dataset data, int threads) {
        Model model = task.model(SEED);
        return new MeasuredSteps(task, data, model, threads, new KernelTimer(model.getClass()));
    }

    /** Takes steps of full batches for so many seconds, at least one, and measures these only. */
    void run(double seconds) {
        for (Times times : List.of(step, load, forward, otherForward, backward, otherBackward, update, otherUpdate)) {
            times.clear();
        }
        if (timer != null) {
            timer.clear();
        }
        long start = System.nanoTime();
        do {
            step();
        } while (System.nanoTime() - start < 1e9 * seconds);
    }

    private void step() {
        int n = Math.min(task.batch(), data.size());
        if (first + n > data.size()) {
            epoch = Epoch.of(task, SEED, epoch.number() + 1, data.size());
            first = 0;
        }
        if (timer != null) {
            timer.beginStep();
        }
        long start = System.nanoTime();
        data.gather(epoch.order(), first, n, ws);
        long loaded = System.nanoTime();
        ws.beginStep(SEED, steps++);
        model.forwardTraining(ws, n);
        long predicted = System.nanoTime();
        forwardCalls = callsSoFar();
        long forwardKernels = nanosSoFar();
        model.backward(ws, n);
        long differentiated = System.nanoTime();
        backwardCalls = callsSoFar();
        long backwardKernels = nanosSoFar() - forwardKernels;
        optimizer.update(claim.values(), ws.gradients(), 1, threads);
        model.updateState(ws, n);
        long end = System.nanoTime();
        first += n;
        load.add(loaded - start);
        forward.add(predicted - loaded);
        backward.add(differentiated - predicted);
        update.add(end - differentiated);
        step.add(end - start);
        otherForward.add(predicted - loaded - forwardKernels);
        otherBackward.add(differentiated - predicted - backwardKernels);
        otherUpdate.add(end - differentiated - (nanosSoFar() - forwardKernels - backwardKernels));
    }

    private int callsSoFar() {
        return timer == null ? 0 : timer.callsSoFar();
    }

    private long nanosSoFar() {
        return timer == null ? 0 : timer.nanosSoFar();
    }

    /** The SHA-256 of the parameters. */
    String sha256() {
        return model.parameters().sha256();
    }

    Times whole() {
        return step;
    }

    /**
     * A part of a step.
     *
     * @param whole its duration
     * @param kernels the kernels that it calls, in the order of the calls
     * @param other what isn't in kernels: code in generated methods, and the timers
     */
    record Phase(Times whole, List<Times> kernels, Times other) {}

    /** The phases of a step, in their order. */
    List<Phase> phases() {
        List<Times> calls = timer == null ? List.of() : timer.calls();
        return List.of(
                new Phase(load, List.of(), load),
                new Phase(forward, calls.subList(0, forwardCalls), otherForward),
                new Phase(backward, calls.subList(forwardCalls, backwardCalls), otherBackward),
                new Phase(update, calls.subList(backwardCalls, calls.size()), otherUpdate));
    }

    @Override
    public void close() {
        threads.close();
        claim.close();
    }
}
