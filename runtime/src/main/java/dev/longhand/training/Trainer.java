package dev.longhand.training;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.SampleSource;
import dev.longhand.model.Model;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.LayerRules;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Schedule;
import dev.longhand.training.batch.DatasetLoader;
import dev.longhand.training.batch.SourceException;
import dev.longhand.training.batch.SourceLoader;
import dev.longhand.training.step.Clipping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
 * <p>Settings are immutable: each method returns a trainer with one of them changed. Trainers made from one {@link #of}
 * share what a second call of {@link #fit} goes on from. The same model, data, settings and seed give the same
 * parameters, to the bit.
 */
public final class Trainer {

    private final Model model;
    private final TrainingSettings settings;
    private final TrainingRun run;

    private Trainer(Model model, TrainingSettings settings, TrainingRun run) {
        this.model = model;
        this.settings = settings;
        this.run = run;
    }

    /** A trainer of this model with all defaults. */
    public static Trainer of(Model model) {
        return new Trainer(model, new TrainingSettings(), new TrainingRun());
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

    /** The seed of the order of samples, of dropout and of augmentation, by default 0. */
    public Trainer seed(long seed) {
        return with(changed -> changed.seed = seed);
    }

    /** Whether each epoch uses the samples in a new random order, the default, or in the data set's. */
    public Trainer shuffle(boolean shuffle) {
        return with(changed -> changed.shuffle = shuffle);
    }

    /**
     * Limits each gradient to an absolute value above 0, as {@code clip_grad_value_} does, before {@link #clipNorm}.
     */
    public Trainer clipValue(double limit) {
        return with(changed -> changed.clipping = new Clipping(limit, settings.clipping.norm()));
    }

    /**
     * Limits the Euclidean norm of all gradients together: if it's larger, all are multiplied by limit/(norm + 1e-6), as
     * PyTorch's {@code clip_grad_norm_} does. Penalties are added afterwards; gradients of frozen layers don't count. By
     * default it isn't limited. {@link Training#gradientNorm} has the norm.
     *
     * @param limit above 0; 1 is usual
     */
    public Trainer clipNorm(double limit) {
        return with(changed -> changed.clipping = new Clipping(settings.clipping.value(), limit));
    }

    /**
     * Takes a step after so many batches, with the mean of their gradients, as if they were one batch: for batches that
     * memory has no room for. The last step of an epoch takes the batches that are left. Batch norm and dropout compute
     * each batch separately. By default a step is one batch.
     *
     * @param batches at least 1
     */
    public Trainer accumulate(int batches) {
        if (batches < 1) {
            throw new IllegalArgumentException("a step of " + batches + " batches is impossible: use at least 1");
        }
        return with(changed -> changed.accumulated = batches);
    }

    /**
     * Averages the parameters over the steps, w ← d·w + (1 − d)·p, beginning with those after the first step (Polyak and
     * Juditsky, 1992). Validations and the trained model use the average w, while the steps go on with p; a callback sees
     * the average when an epoch or the training ends. State, such as that of batch norm, isn't averaged.
     *
     * @param decay d, from 0 to below 1; 0.999 averages over about the last 1,000 steps
     */
    public Trainer movingAverage(double decay) {
        if (!(decay >= 0 && (float) decay < 1)) {
            throw new IllegalArgumentException("decay " + decay + " must be at least 0 and below 1: try 0.999");
        }
        return with(changed -> changed.averageDecay = decay);
    }

    /**
     * Leaves the parameters and the state of these layers as they are, to the bit: no step, penalty or weight decay
     * changes them. A frozen batch norm still normalizes by the statistics of the batch while it's trained. Layers that
     * are declared {@code @Frozen} are frozen without being named here.
     */
    public Trainer freeze(String... layers) {
        return with(Stream.of(layers).reduce(settings.rules, LayerRules::freeze, (first, second) -> second));
    }

    /** Trains these layers, even if they are declared {@code @Frozen}. */
    public Trainer unfreeze(String... layers) {
        return with(Stream.of(layers).reduce(settings.rules, LayerRules::unfreeze, (first, second) -> second));
    }

    /** Penalizes the absolute values of a layer's weights by this factor, at least 0, instead of the {@link Optimizer}'s. */
    public Trainer l1(String layer, double l1) {
        return with(settings.rules.l1(layer, l1));
    }

    /** Penalizes the squares of a layer's weights by this factor, at least 0, instead of the optimizer's. */
    public Trainer l2(String layer, double l2) {
        return with(settings.rules.l2(layer, l2));
    }

    private Trainer with(LayerRules rules) {
        rules.requireFor(model.info());
        return with(changed -> changed.rules = rules);
    }

    /**
     * The number of samples that are shuffled among themselves if they are read from a source, at least 1. Larger
     * windows mix better. By default all of an {@link IndexedSource} of up to 16,777,216 samples; of other sources as
     * many as hold 8,388,608 numbers, which take 32 MiB, but from 256 to 65,536. Without meaning for a {@link Dataset},
     * all of whose samples are shuffled.
     */
    public Trainer shuffleWindow(int samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("shuffleWindow " + samples + " must be at least 1: 10000 is usual");
        }
        return with(changed -> changed.shuffleWindow = samples);
    }

    /**
     * The number of threads that read a source ahead of the training or of its validation, from 1, the default, to {@value Threads#MOST}. More
     * pay if samples are slow to decode, as images are. The result is the same, to the bit, for any number.
     */
    public Trainer readers(int threads) {
        Threads.requireCount(threads);
        return with(changed -> changed.readers = threads);
    }

    /**
     * The number of threads that compute each step, from 1 to {@value Threads#MOST}, by default the number of processors.
     * The result is the same, to the bit, for any number.
     */
    public Trainer threads(int threads) {
        Threads.requireCount(threads);
        return with(changed -> changed.threads = threads);
    }

    /**
     * Weights of the classes in the loss: each sample counts by its own weight times that of its class, see {@link
     * Dataset#withClassWeights}. Accuracies, and the loss of the validation, aren't changed by them.
     *
     * @param weights one for each class, 0 or more, not all of them 0
     */
    public Trainer classWeights(double... weights) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = (float) weights[i];
        }
        return weighted(data -> data.withClassWeights(rounded), Arrays.toString(rounded))
                .with(changed -> changed.sourceWeights = source -> source.withClassWeights(rounded));
    }

    /** Weights of the classes in the loss by which all classes count alike, see {@link Dataset#balanced}. */
    public Trainer balanced() {
        return weighted(Dataset::balanced, "balanced");
    }

    private Trainer weighted(UnaryOperator<Dataset> weights, String words) {
        return with(changed -> {
            changed.classWeights = weights;
            changed.sourceWeights = null;
            changed.classWeightsInWords = words;
        });
    }

    /** Samples to evaluate on after each epoch and never to train on; by default none. */
    public Trainer validation(Dataset validation) {
        return validation(HeldOutSamples.of(validation));
    }

    /**
     * The same, read from a source after each epoch by other threads, see {@link #readers}; if it can't be, {@link #fit}
     * ends with {@link UncheckedIOException}.
     */
    public Trainer validation(SampleSource validation) {
        return validation(HeldOutSamples.of(validation));
    }

    private Trainer validation(HeldOutSamples validation) {
        validation.source().requireFits(model.info());
        return with(changed -> changed.validation = validation);
    }

    /**
     * Changes each training sample at random, differently in each epoch; validation samples stay as they are. The samples
     * must be images: height × width × channels, or height × width. By default they aren't changed.
     *
     * <p>A source's samples are changed by the threads that read them, those of a data set by the calling thread, with
     * the same result: {@code fit(train.asSource())} changes samples in memory ahead of the training.
     */
    public Trainer augment(Augmentation augmentation) {
        return with(changed -> changed.augmentation = augmentation);
    }

    /** As {@link #augment(Augmentation)}, for images of this shape that are stored as flat vectors. */
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
     * interruption. Only callbacks start over: an {@link EarlyStopping} counts its epochs from here. {@link Checkpoints}
     * keep all this in files.
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

    /** When to write checkpoints, and where; by default none are written. */
    public Trainer checkpoints(Checkpoints checkpoints) {
        return with(changed -> changed.checkpoints = checkpoints);
    }

    /**
     * Goes on from the newest checkpoint in a folder, see {@link Checkpoints}, to the very bits of a training that was
     * never stopped, also from the middle of an epoch; the model's own parameters are replaced. If the folder has no
     * checkpoint, or isn't there yet, the training begins at the first epoch, so a program can be started again after
     * each failure. A damaged checkpoint is a warning ({@link History#warnings}), and the one before it is used.
     *
     * <p>If a program calls {@link #fit} several times, each call goes on from its own checkpoints: one that had ended
     * gives its model and its history again at once, and the others go on as they would have. A call can't go on from
     * the checkpoints of a later one.
     *
     * <p>All settings and the size of the data must be the checkpoint's, but for the number of threads; {@link #fit}
     * refuses others and says which differ. The returned history has the epochs before the checkpoint too.
     */
    public Trainer resume(Path folder) {
        return resume(folder, false);
    }

    /**
     * As {@link #resume}, but settings may differ from the checkpoint's: more epochs, or a lower learning rate after the
     * training diverged, or the newest checkpoint of a later call. With other batches, the epoch of the checkpoint begins again; with another kind of optimizer,
     * its state is empty.
     */
    public Trainer resumeChanged(Path folder) {
        return resume(folder, true);
    }

    private Trainer resume(Path folder, boolean mayDiffer) {
        return with(changed -> {
            changed.resumeFolder = folder;
            changed.mayDiffer = mayDiffer;
        });
    }

    /**
     * The same settings for a training that starts over: its next call of {@link #fit} begins with an empty optimizer
     * state and counts epochs from 1. The model keeps the parameters it has.
     */
    public Trainer startOver() {
        return new Trainer(model, settings, new TrainingRun());
    }

    /**
     * Trains the model. If the calling thread is interrupted, the training ends after the current batch, or while it waits
     * for one, as if a callback had called {@link Training#stop}, but without a validation; it stays interrupted.
     *
     * <p>A second call goes on where the first one ended: epochs are counted on, so that samples come in new orders, and
     * the optimizer keeps its state. Ten calls with {@code epochs(1)} are one call with {@code epochs(10)}, to the bit,
     * apart from a schedule, which each call plans up to its own end. This holds for all trainers made from one {@link
     * #of}, so a setting may be changed between calls; with another kind of optimizer, only the epochs go on. Callbacks
     * start over with each call. After an exception, and after {@link #startOver}, a call
     * begins at epoch 1 with an empty optimizer state.
     *
     * @return the results of each epoch of this call
     * @throws IllegalArgumentException if the sizes of samples and network differ, {@code epochsDone} is beyond the
     *     number of epochs, a batch norm would have one number for each channel in a batch, the samples aren't images
     *     that can be augmented as asked, or the settings aren't those of the checkpoint to resume from
     * @throws IllegalStateException if the model is being trained already, or there are weights of classes but no labels
     * @throws UncheckedIOException if no checkpoint can be read, or no folder made for them
     * @throws TrainingDivergedException if loss, gradients, parameters or the optimizer's state stop being finite
     */
    public History fit(Dataset samples) {
        Dataset data = settings.classWeights == null ? samples : settings.classWeights.apply(samples);
        data.requireFits(model.info());
        return run.train(model, settings, new DatasetLoader(model, settings.batches(), data));
    }

    /**
     * Trains the model on samples that are read ahead by another thread, or several, so that they needn't fit into
     * memory. The parameters are the same, to the bit, for any number of threads, and those of a training on the same
     * samples in memory if the samples come in the same order: without {@link #shuffle}, or with a window that holds
     * all of them. Otherwise as {@link #fit(Dataset)}.
     *
     * @throws IOException if a sample can't be read; the model has the parameters of the last step
     * @throws IllegalStateException if it's {@link #balanced}, or the model is being trained already
     */
    public History fit(SampleSource source) throws IOException {
        source.requireFits(model.info());
        if (settings.classWeights != null && settings.sourceWeights == null) {
            throw new IllegalStateException(
                    "balanced needs a data set: train on Dataset.of(source), or give classWeights");
        }
        SampleSource samples = settings.sourceWeights == null ? source : settings.sourceWeights.apply(source);
        try {
            return run.train(model, settings, SourceLoader.of(model, settings.batches(), samples));
        } catch (SourceException e) {
            throw e.ofSource();
        }
    }

    private Trainer with(Consumer<TrainingSettings> change) {
        return new Trainer(model, settings.with(change), run);
    }
}
