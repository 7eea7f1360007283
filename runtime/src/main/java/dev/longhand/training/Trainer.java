package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model: the settings of a training, each of which has a default, and {@link #fit}.
 *
 * <pre>{@code
 * History history = Trainer.of(model)
 *         .optimizer(Adam.learningRate(1e-3))
 *         .batchSize(100)
 *         .epochs(10)
 *         .seed(7)
 *         .validation(validation)
 *         .callback(EarlyStopping.patience(3))
 *         .fit(train);
 * }</pre>
 *
 * <p>Immutable: each method returns a trainer with one setting changed. The same model, data,
 * settings and seed give the same parameters, to the bit.
 */
public final class Trainer {

    private final Model model;
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final int batchSize;
    private final int epochs;
    private final long seed;
    private final boolean shuffle;
    private final int threads;
    private final @Nullable Dataset validation;
    private final List<Callback> callbacks;
    private final int epochsDone;
    private final @Nullable OptimizerSnapshot resumeFrom;

    private Trainer(Builder settings) {
        model = settings.model;
        optimizer = settings.optimizer;
        schedule = settings.schedule;
        batchSize = settings.batchSize;
        epochs = settings.epochs;
        seed = settings.seed;
        shuffle = settings.shuffle;
        threads = settings.threads;
        validation = settings.validation;
        callbacks = List.copyOf(settings.callbacks);
        epochsDone = settings.epochsDone;
        resumeFrom = settings.resumeFrom;
    }

    /** A trainer of this model with all defaults. */
    public static Trainer of(Model model) {
        return new Trainer(new Builder(model));
    }

    /** How gradients change parameters; by default {@link Adam} with its defaults. */
    public Trainer optimizer(Optimizer optimizer) {
        Builder changed = new Builder(this);
        changed.optimizer = optimizer;
        return new Trainer(changed);
    }

    /** How the learning rate changes from step to step; by default it's constant. */
    public Trainer schedule(Schedule schedule) {
        Builder changed = new Builder(this);
        changed.schedule = schedule;
        return new Trainer(changed);
    }

    /** The number of samples of a step, at least 1, by default 32; the last batch of an epoch may be smaller. */
    public Trainer batchSize(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize " + batchSize + " must be at least 1: 32 is usual");
        }
        Builder changed = new Builder(this);
        changed.batchSize = batchSize;
        return new Trainer(changed);
    }

    /** How often to go through all samples, at least 1, by default 1. */
    public Trainer epochs(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs " + epochs + " must be at least 1");
        }
        Builder changed = new Builder(this);
        changed.epochs = epochs;
        return new Trainer(changed);
    }

    /** What the order of samples and dropout are drawn from, by default 0. */
    public Trainer seed(long seed) {
        Builder changed = new Builder(this);
        changed.seed = seed;
        return new Trainer(changed);
    }

    /** Whether each epoch takes the samples in a new random order, the default, or in theirs. */
    public Trainer shuffle(boolean shuffle) {
        Builder changed = new Builder(this);
        changed.shuffle = shuffle;
        return new Trainer(changed);
    }

    /**
     * How many threads share each step, at least 1, by default as many as there are processors. The
     * result is the same, to the bit, for any number.
     */
    public Trainer threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be at least 1");
        }
        Builder changed = new Builder(this);
        changed.threads = threads;
        return new Trainer(changed);
    }

    /** Samples to evaluate on after each epoch and never to train on; by default none. */
    public Trainer validation(Dataset validation) {
        validation.requireFits(model.info());
        Builder changed = new Builder(this);
        changed.validation = validation;
        return new Trainer(changed);
    }

    /** One more callback; they are called in the order they are given in. */
    public Trainer callback(Callback callback) {
        Builder changed = new Builder(this);
        changed.callbacks.add(callback);
        return new Trainer(changed);
    }

    /**
     * Goes on with a training that was left after some epochs: the model has the parameters of that
     * moment, all settings are those of the whole training. What follows is then the same, to the bit,
     * as if it hadn't been left. Only callbacks begin anew: an {@link EarlyStopping} waits and restores
     * from here on.
     *
     * @param epochsDone the number of epochs done, at least 0; the first one now is {@code epochsDone + 1}
     * @param optimizer the optimizer's state of that moment, {@code training.step().optimizer().snapshot()}
     */
    public Trainer resumeFrom(int epochsDone, OptimizerSnapshot optimizer) {
        if (epochsDone < 0) {
            throw new IllegalArgumentException("epochsDone " + epochsDone + " must be at least 0");
        }
        Builder changed = new Builder(this);
        changed.epochsDone = epochsDone;
        changed.resumeFrom = optimizer;
        return new Trainer(changed);
    }

    /**
     * Trains the model.
     *
     * @return what each epoch came to
     * @throws IllegalArgumentException if samples and network have other sizes, or more epochs are done than
     *     there are
     * @throws IllegalStateException if the model is being trained already
     * @throws TrainingDivergedException if loss or parameters stop being finite
     */
    public History fit(Dataset data) {
        data.requireFits(model.info());
        if (epochsDone > epochs) {
            throw new IllegalArgumentException("epochsDone " + epochsDone + " is beyond epochs " + epochs
                    + ", which counts all of the training: those done and those to come");
        }
        try (TrainingStep step = TrainingStep.of(model, optimizer, Math.min(batchSize, data.size()), seed, threads)) {
            if (resumeFrom != null) {
                step.optimizer().restore(resumeFrom);
            }
            return new Training(this, data, step).run();
        }
    }

    Model model() {
        return model;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    Schedule schedule() {
        return schedule;
    }

    int batchSize() {
        return batchSize;
    }

    int epochs() {
        return epochs;
    }

    long seed() {
        return seed;
    }

    boolean shuffle() {
        return shuffle;
    }

    @Nullable
    Dataset validation() {
        return validation;
    }

    List<Callback> callbacks() {
        return callbacks;
    }

    int epochsDone() {
        return epochsDone;
    }

    /** The settings while one of them changes; the defaults stand here. */
    private static final class Builder {

        private final Model model;
        private Optimizer optimizer = Adam.defaults();
        private Schedule schedule = Schedule.constant();
        private int batchSize = 32;
        private int epochs = 1;
        private long seed = 0;
        private boolean shuffle = true;
        private int threads = Runtime.getRuntime().availableProcessors();
        private @Nullable Dataset validation;
        private final List<Callback> callbacks = new ArrayList<>();
        private int epochsDone;
        private @Nullable OptimizerSnapshot resumeFrom;

        Builder(Model model) {
            this.model = model;
        }

        Builder(Trainer from) {
            model = from.model;
            optimizer = from.optimizer;
            schedule = from.schedule;
            batchSize = from.batchSize;
            epochs = from.epochs;
            seed = from.seed;
            shuffle = from.shuffle;
            threads = from.threads;
            validation = from.validation;
            callbacks.addAll(from.callbacks);
            epochsDone = from.epochsDone;
            resumeFrom = from.resumeFrom;
        }
    }
}
