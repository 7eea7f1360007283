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
        for (Times times : List.of(step, load, forward, backward, update)) {
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
        model.backward(ws, n);
        long differentiated = System.nanoTime();
        backwardCalls = callsSoFar();
        optimizer.update(claim.values(), ws.gradients(), 1, threads);
        model.updateState(ws, n);
        long end = System.nanoTime();
        first += n;
        load.add(loaded - start);
        forward.add(predicted - loaded);
        backward.add(differentiated - predicted);
        update.add(end - differentiated);
        step.add(end - start);
    }

    private int callsSoFar() {
        return timer == null ? 0 : timer.callsSoFar();
    }

    /** The SHA-256 of the parameters. */
    String sha256() {
        return model.parameters().sha256();
    }

    Times whole() {
        return step;
    }

    /** A part of a step, and the kernels that it calls, in the order of the calls. */
    record Phase(Times whole, List<Times> kernels) {

        /** What the medians of the kernels leave of that of the phase: code in generated methods, and the timers. */
        double rest() {
            return whole.median() - kernels.stream().mapToDouble(Times::median).sum();
        }
    }

    /** The phases of a step, in their order. */
    List<Phase> phases() {
        List<Times> calls = timer == null ? List.of() : timer.calls();
        return List.of(
                new Phase(load, List.of()),
                new Phase(forward, calls.subList(0, forwardCalls)),
                new Phase(backward, calls.subList(forwardCalls, backwardCalls)),
                new Phase(update, calls.subList(backwardCalls, calls.size())));
    }

    @Override
    public void close() {
        threads.close();
        claim.close();
    }
}
