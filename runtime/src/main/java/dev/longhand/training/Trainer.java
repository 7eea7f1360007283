package dev.longhand.training;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
    private final TrainingSettings settings;

    private Trainer(Model model, TrainingSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /** A trainer of this model with all defaults. */
    public static Trainer of(Model model) {
        return new Trainer(model, new TrainingSettings());
    }

    /** The optimizer; by default {@link Adam} with its defaults. */
    public Trainer optimizer(Optimizer optimizer) {
        return with(changed -> changed.optimizer = optimizer);
    }

    /** The schedule of the learning rate; by default it's constant. */
    public Trainer schedule(Schedule schedule) {
        return with(changed -> changed.schedule = schedule);
    }

    /**
     * The number of samples of a step, at least 1, by default 32; the last batch of an epoch may be smaller.
     *
     * <p>A network with a batch norm that has one number for each channel of a sample, as after a dense layer, needs at
     * least 2: the mean and the variance of one number say nothing. If a single sample is left for the last batch of
     * such a network, it joins the batch before, which then has one sample more.
     */
    public Trainer batchSize(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize " + batchSize + " must be at least 1: 32 is usual");
        }
        return with(changed -> changed.batchSize = batchSize);
    }

    /** The number of passes over the samples, at least 1, by default 1. */
    public Trainer epochs(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs " + epochs + " must be at least 1");
        }
        return with(changed -> changed.epochs = epochs);
    }

    /** The seed of the order of samples and of dropout, by default 0. */
    public Trainer seed(long seed) {
        return with(changed -> changed.seed = seed);
    }

    /** Whether each epoch uses the samples in a new random order, the default, or in the data set's. */
    public Trainer shuffle(boolean shuffle) {
        return with(changed -> changed.shuffle = shuffle);
    }

    /**
     * The number of threads that compute each step, from 1 to {@value Threads#MOST}, by default the number of processors.
     * The result is the same, to the bit, for any number.
     */
    public Trainer threads(int threads) {
        Threads.requireCount(threads);
        return with(changed -> changed.threads = threads);
    }

    /** Samples to evaluate on after each epoch and never to train on; by default none. */
    public Trainer validation(Dataset validation) {
        validation.requireFits(model.info());
        return with(changed -> changed.validation = validation);
    }

    /**
     * Changes each training sample at random, differently in each epoch; validation samples stay as they are. The samples must
     * be images: height × width × channels, or height × width. By default they aren't changed.
     */
    public Trainer augment(Augmentation augmentation) {
        return with(changed -> changed.augmentation = augmentation);
    }

    /**
     * Changes each training sample at random, differently in each epoch; validation samples stay as they are.
     *
     * @param shape the shape of the images, whose numbers the data set may hold as flat vectors: height × width ×
     *     channels, or height × width
     */
    public Trainer augment(Augmentation augmentation, Shape shape) {
        return with(changed -> {
            changed.augmentation = augmentation;
            changed.augmentedShape = shape;
        });
    }

    /** One more callback; callbacks are called in the order in which they are added. */
    public Trainer callback(Callback callback) {
        List<Callback> callbacks = new ArrayList<>(settings.callbacks);
        callbacks.add(callback);
        return with(changed -> changed.callbacks = List.copyOf(callbacks));
    }

    /**
     * Continues a training that was interrupted after some epochs: the model must hold the parameters of that
     * moment, and all settings are those of the whole training. The result is the same, to the bit, as without the
     * interruption. Only callbacks start over: an {@link EarlyStopping} counts its epochs from here.
     *
     * @param epochsDone the number of epochs done, at least 0; the first one now is {@code epochsDone + 1}
     * @param optimizer the optimizer's state of that moment, {@code training.step().optimizer().snapshot()}
     */
    public Trainer resumeFrom(int epochsDone, OptimizerSnapshot optimizer) {
        if (epochsDone < 0) {
            throw new IllegalArgumentException("epochsDone " + epochsDone + " must be at least 0");
        }
        return with(changed -> {
            changed.epochsDone = epochsDone;
            changed.resumeFrom = optimizer;
        });
    }

    /**
     * Trains the model. If the calling thread is interrupted, the training ends after the current batch as if a callback
     * had called {@link Training#stop}, but without a validation; the thread stays interrupted.
     *
     * <p>Each call is a separate training: the model keeps its parameters, but the optimizer starts with an empty
     * state, epochs are counted from 1, and the same seed gives the same orders of samples and the same dropout masks
     * again. So ten calls with {@code epochs(1)} are not one call with {@code epochs(10)}: to train on, use {@link
     * #resumeFrom}, or else another {@link #seed} for each call.
     *
     * @return the results of each epoch
     * @throws IllegalArgumentException if the sizes of samples and network differ, {@code epochsDone} is beyond the
     *     number of epochs, a batch norm would have one number for each channel in a batch, or the samples aren't images
     *     that can be augmented as asked
     * @throws IllegalStateException if the model is being trained already
     * @throws TrainingDivergedException if loss, parameters or the optimizer's state stop being finite
     */
    public History fit(Dataset data) {
        data.requireFits(model.info());
        if (settings.epochsDone > settings.epochs) {
            throw new IllegalArgumentException("epochsDone " + settings.epochsDone + " is beyond epochs "
                    + settings.epochs + ", the number of all epochs: those done and those to come");
        }
        Batches batches = Batches.of(model.info(), data.size(), settings.batchSize);
        try (TrainingStep step =
                TrainingStep.of(model, settings.optimizer, batches.largest(), settings.seed, settings.threads)) {
            if (settings.resumeFrom != null) {
                step.optimizer().restore(settings.resumeFrom);
            }
            TrainingSamples samples = TrainingSamples.of(data, settings, step.threads());
            return new Training(model, settings, samples, batches, step).run();
        }
    }

    private Trainer with(Consumer<TrainingSettings> change) {
        return new Trainer(model, settings.with(change));
    }
}
