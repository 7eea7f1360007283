package dev.longhand.benchmarks.engine;

import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.kernel.Kernels;
import dev.longhand.model.Model;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import org.jspecify.annotations.Nullable;

/** Longhand, used as its users do: a trainer for data sets, single steps for the 4 samples of XOR. */
public final class LonghandEngine implements Engine {

    /** {@link #name}. */
    public static final String NAME = "Longhand";

    private @Nullable Job job;
    private @Nullable Model model;
    private @Nullable Training training;

    /** One way to take an epoch. */
    private interface Training extends AutoCloseable {
        void train() throws Exception;

        @Override
        void close();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open(Job job) {
        this.job = job;
        model = job.task().model(job.seed());
    }

    /** Begun with the first epoch, so that a process that only predicts has no training. */
    private Training training() {
        if (training == null) {
            Job begun = opened(job);
            training = begun.task() == Task.XOR
                    ? new Steps(begun, opened(model))
                    : new EpochByEpoch(trainer(begun, opened(model)), begun);
        }
        return training;
    }

    private static Trainer trainer(Job job, Model model) {
        Trainer trainer = Trainer.of(model)
                .optimizer(job.task().optimizer())
                .batchSize(job.task().batch())
                .seed(job.seed());
        return onThreads(trainer, job.threads());
    }

    /** The one place that says how many threads train. */
    private static Trainer onThreads(Trainer trainer, int threads) {
        if (threads > 1) {
            throw new UnsupportedOperationException("trains on one thread in this build");
        }
        return trainer;
    }

    @Override
    public String description() {
        return Kernels.create().getClass().getSimpleName();
    }

    @Override
    public void train(Epoch epoch) throws Exception {
        training().train();
    }

    @Override
    public void predict(float[] x, int n, float[] y) {
        opened(model).predict(x, n, y);
    }

    @Override
    public float[] parameters() {
        return opened(model).parameters().copy();
    }

    @Override
    public void close() {
        if (training != null) {
            training.close();
        }
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the engine has no job: open it first");
        }
        return part;
    }

    /** A whole training by the trainer, which waits between epochs. */
    private static final class EpochByEpoch implements Training {

        private final PausedTraining training;

        EpochByEpoch(Trainer trainer, Job job) {
            training = new PausedTraining(trainer, job.train());
        }

        @Override
        public void train() throws Exception {
            training.nextEpoch();
        }

        @Override
        public void close() {
            training.close();
        }
    }

    /** One step an epoch on all samples. */
    private static final class Steps implements Training {

        private final TrainingStep step;
        private final float[] x;
        private final float[] t;

        Steps(Job job, Model model) {
            x = job.train().inputs();
            t = job.train().targets();
            step = TrainingStep.of(model, job.task().optimizer(), job.train().size(), job.seed());
        }

        @Override
        public void train() {
            step.run(x, t);
        }

        @Override
        public void close() {
            step.close();
        }
    }
}
