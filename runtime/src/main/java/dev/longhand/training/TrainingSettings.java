package dev.longhand.training;

import dev.longhand.Setting;
import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.LayerRules;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Schedule;
import dev.longhand.training.batch.BatchSettings;
import dev.longhand.training.batch.Batches;
import dev.longhand.training.step.Clipping;
import dev.longhand.training.step.StepSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings of a training with their defaults. A {@link Trainer} changes copies only. */
final class TrainingSettings implements Cloneable {

    Optimizer optimizer = Adam.defaults();
    Schedule schedule = Schedule.constant();
    int batchSize = 32;
    int epochs = 1;
    long seed = 0;
    boolean shuffle = true;

    /** The most samples of a source shuffled among themselves; 0 for the source's default. */
    int shuffleWindow = 0;

    int readers = 1;
    LayerRules rules = LayerRules.none();
    Clipping clipping = Clipping.NONE;
    int accumulated = 1;

    /** The decay of the moving average of the parameters; NaN for none. */
    double averageDecay = Double.NaN;

    int threads = Math.min(Threads.MOST, Runtime.getRuntime().availableProcessors());

    /** Adds the weights of the classes, if they have any. */
    @Nullable
    UnaryOperator<Dataset> classWeights;

    /** The same for sources; null if the weights depend on the data. */
    @Nullable
    UnaryOperator<SampleSource> sourceWeights;

    /** The weights of the classes in words. */
    String classWeightsInWords = "none";

    @Nullable
    HeldOutSamples validation;

    @Nullable
    Augmentation augmentation;

    @Nullable
    Shape augmentedShape;

    List<Callback> callbacks = List.of();
    int epochsDone;

    @Nullable
    OptimizerSnapshot resumeFrom;

    @Nullable
    Checkpoints checkpoints;

    /** The folder with the checkpoints to go on from. */
    @Nullable
    Path resumeFolder;

    /** Whether settings may differ from the checkpoint's. */
    boolean mayDiffer;

    /** The settings of its batches. */
    BatchSettings batches() {
        return new BatchSettings(batchSize, seed, shuffle, shuffleWindow, readers, augmentation, augmentedShape);
    }

    /** The settings of its steps. */
    StepSettings steps() {
        return new StepSettings(optimizer, seed, threads, rules, clipping, accumulated, averageDecay);
    }

    /** Checks that not more epochs are done than there are, and that all is known of what was done. */
    void requireWhole() {
        if (resumeFrom != null && !Double.isNaN(averageDecay)) {
            throw new IllegalArgumentException(
                    "resumeFrom doesn't know the moving average of the epochs before: train with"
                            + " checkpoints(…) and go on with resume(…)");
        }
        if (epochsDone > epochs) {
            throw new IllegalArgumentException("epochsDone " + epochsDone + " is beyond epochs " + epochs
                    + ", the number of all epochs: those done and those to come");
        }
    }

    /** The steps of an epoch. */
    long stepsOf(Batches batches) {
        return (batches.count() - 1) / accumulated + 1;
    }

    /** The callbacks whose memory checkpoints hold, in their order. */
    List<Resumable> resumables() {
        return callbacks.stream()
                .filter(Resumable.class::isInstance)
                .map(Resumable.class::cast)
                .toList();
    }

    /**
     * The settings that the result of a training depends on, and the data, in words, by the names of the settings.
     *
     * @param model the network
     * @param data the data
     */
    Map<String, String> describe(ModelInfo model, Map<String, String> data) {
        Map<String, String> words = new TreeMap<>(data);
        if (model.joinsOutputs()) {
            model.outputs()
                    .forEach(output ->
                            words.put("output " + output.name(), output.term() + ", weight " + output.weight()));
        } else {
            words.put("loss", model.outputs().get(0).term().toString());
        }
        for (LayerInfo layer : model.layers()) {
            words.put("layer " + layer.name(), describe(layer, model));
        }
        words.put("optimizer", optimizer.toString());
        words.put("schedule", schedule.toString());
        words.put("batchSize", Integer.toString(batchSize));
        words.put("epochs", Integer.toString(epochs));
        words.put("seed", Long.toString(seed));
        words.put("shuffle", Boolean.toString(shuffle));
        words.put("layers", rules.toString().isEmpty() ? "none" : rules.toString());
        words.put("clipValue", clipping.hasValue() ? Double.toString(clipping.value()) : "none");
        words.put("clipNorm", clipping.hasNorm() ? Double.toString(clipping.norm()) : "none");
        words.put("accumulate", Integer.toString(accumulated));
        words.put("movingAverage", Double.isNaN(averageDecay) ? "none" : Double.toString(averageDecay));
        words.put("classWeights", classWeightsInWords);
        words.put("validation", validation == null ? "none" : validation.words());
        words.put(
                "augment",
                augmentation == null ? "none" : augmentation + (augmentedShape == null ? "" : " of " + augmentedShape));
        words.put("callbacks", resumables().isEmpty() ? "none" : resumables().toString());
        return Collections.unmodifiableMap(words);
    }

    private static String describe(LayerInfo layer, ModelInfo model) {
        String settings = layer.settings().toString();
        String sources = layer.sources().stream()
                .map(source ->
                        source < 0 ? "the input" : model.layers().get(source).name())
                .collect(Collectors.joining(", "));
        return layer.kind() + " " + layer.output() + ", " + layer.formula()
                + (settings.isEmpty() ? "" : ", " + settings)
                + ", reads " + sources + penalties(layer)
                + (layer.isFrozen() ? ", frozen" : "");
    }

    private static String penalties(LayerInfo layer) {
        StringBuilder words = new StringBuilder();
        for (ParameterInfo array : layer.parameters()) {
            if (array.l1() > 0 || array.l2() > 0) {
                words.append(", L1 ")
                        .append(new Setting.Number(array.l1()))
                        .append(" and L2 ")
                        .append(new Setting.Number(array.l2()))
                        .append(" of ")
                        .append(array.name());
            }
        }
        return words.toString();
    }

    /** A copy with some of the settings changed. */
    TrainingSettings with(Consumer<TrainingSettings> change) {
        try {
            TrainingSettings copy = (TrainingSettings) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
