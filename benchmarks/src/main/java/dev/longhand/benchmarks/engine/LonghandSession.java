package dev.longhand.benchmarks.engine;

import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.kernel.Kernels;
import dev.longhand.model.Model;
import dev.longhand.model.ParallelPredictor;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import org.jspecify.annotations.Nullable;

/** Longhand, used as in an application: a trainer for data sets, single steps for the 4 samples of XOR. */
final class LonghandSession implements Session {

    private final Job job;
    private final Model model;
    private final @Nullable ParallelPredictor predictor;
    private @Nullable Training training;

    LonghandSession(Job job) {
        this.job = job;
        model = job.task().model(job.seed());
        predictor = job.threads() == 1 ? null : ParallelPredictor.of(model, job.threads());
    }

    /** A way to train an epoch. */
    private interface Training {
        void train() throws Exception;

        void close();
    }

    @Override
    public String description() {
        return Kernels.description();
    }

    @Override
    public void train(Epoch epoch) throws Exception {
        // Started with the first epoch, so that a process that only predicts has no training.
        Training begun = training == null ? begin() : training;
        training = begun;
        begun.train();
    }

    private Training begin() {
        if (job.task() == Task.XOR) {
            return new SingleSteps(job, model);
        }
        Trainer trainer = Trainer.of(model)
                .optimizer(job.task().optimizer())
                .batchSize(job.task().batch())
                .threads(job.threads())
                .seed(job.seed());
        return new EpochByEpoch(new PausedTraining(trainer, job.train()));
    }

    @Override
    public void predict(float[] x, int n, float[] y) {
        if (predictor == null) {
            model.predict(x, n, y);
        } else {
            predictor.predict(x, n, y);
        }
    }

    @Override
    public float[] parameters() {
        return model.parameters().copy();
    }

    @Override
    public void close() {
        if (training != null) {
            training.close();
        }
        if (predictor != null) {
            predictor.close();
        }
    }

    /** A whole training by the trainer, which waits between epochs. */
    private record EpochByEpoch(PausedTraining training) implements Training {

        @Override
        public void train() throws Exception {
            training.nextEpoch();
        }

        @Override
        public void close() {
            training.close();
        }
    }

    /** Epochs of one step on all samples. */
    private static final class SingleSteps implements Training {

        private final TrainingStep step;
        private final float[] x;
        private final float[] t;

        SingleSteps(Job job, Model model) {
            x = job.train().inputs();
            t = job.train().targets();
            step = TrainingStep.of(model, job.task().optimizer(), job.train().size(), job.seed(), job.threads());
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
