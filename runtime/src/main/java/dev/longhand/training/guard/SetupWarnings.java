package dev.longhand.training.guard;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.optimizer.Adadelta;
import dev.longhand.optimizer.Adagrad;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Settings and data that can hardly be meant, found before the first step. */
public final class SetupWarnings {

    /** The most samples whose numbers are looked at, at equal distances. */
    private static final int SAMPLES = 1_000;

    /** Inputs from here on are unscaled. */
    private static final float LARGE = 100;

    /** Below this, a step changes no float of usual size. */
    private static final double SMALLEST_RATE = 1e-9;

    private final ModelInfo model;
    private final Dataset data;
    private final IntFunction<String> inputName;
    private final List<String> warnings = new ArrayList<>();

    private SetupWarnings(ModelInfo model, Dataset data, IntFunction<String> inputName) {
        this.model = model;
        this.data = data;
        this.inputName = inputName;
    }

    /** A sentence with the remedy for each. */
    public static List<String> of(ModelInfo model, Optimizer optimizer, Dataset data) {
        SetupWarnings found = new SetupWarnings(model, data, data::inputName);
        found.checkLearningRate(optimizer);
        found.checkInputs();
        found.checkTargets();
        found.checkLabels();
        return found.warnings;
    }

    /** The same for a source, of which only the first samples are looked at; these classes have no samples. */
    public static List<String> of(
            ModelInfo model,
            Optimizer optimizer,
            SampleSource source,
            Dataset firstSamples,
            List<Integer> absentClasses) {
        SetupWarnings found = new SetupWarnings(model, firstSamples, source::inputName);
        found.checkLearningRate(optimizer);
        found.checkInputs();
        found.checkTargets();
        found.checkClasses(source.classes(), absentClasses);
        return found.warnings;
    }

    private void checkLearningRate(Optimizer optimizer) {
        double rate = optimizer.learningRate();
        double highest = highestRate(optimizer);
        String name = optimizer.getClass().getSimpleName();
        if (rate > highest) {
            warnings.add("learningRate " + rate + " of " + name + " can hardly be meant: "
                    + (highest == 1 ? "0.001 to 0.01 is usual" : "at most 1 is usual"));
        } else if (rate < SMALLEST_RATE) {
            warnings.add("learningRate " + rate + " of " + name
                    + " is too low to change parameters, which are floats: 0.001 to 0.1 is usual");
        }
    }

    /** Optimizers that divide by the gradient's size move each parameter by about the learning rate in every step. */
    private static double highestRate(Optimizer optimizer) {
        boolean isScaled = optimizer instanceof Adam
                || optimizer instanceof AdamW
                || optimizer instanceof NAdam
                || optimizer instanceof RmsProp
                || optimizer instanceof Adagrad;
        if (isScaled) {
            return 1;
        }
        return optimizer instanceof Sgd || optimizer instanceof Adadelta ? LARGE : Double.POSITIVE_INFINITY;
    }

    /** Numbers that a normalization or an embedding reads needn't be scaled. */
    private void checkInputs() {
        Optional<String> first = model.layers().stream()
                .filter(layer -> !layer.parameters().isEmpty())
                .map(LayerInfo::kind)
                .findFirst();
        if (first.isEmpty()
                || first.get().endsWith("Norm")
                || model.layers().stream().anyMatch(layer -> layer.kind().equals("Embedding"))) {
            return;
        }
        float[] x = new float[data.inputShape().size()];
        float largest = 0;
        int column = 0;
        for (int sample = 0; sample < data.size(); sample += stride()) {
            data.copyInputs(sample, 1, x);
            for (int i = 0; i < x.length; i++) {
                if (Math.abs(x[i]) > largest) {
                    largest = Math.abs(x[i]);
                    column = i;
                }
            }
        }
        if (largest >= LARGE && Float.isFinite(largest)) {
            warnings.add(
                    inputName.apply(column) + " is as large as " + largest + " in the data set, so that the training is"
                            + " slow or diverges: scale the inputs to about −1 to 1, with StandardScaler or MinMaxScaler, for"
                            + " instance");
        }
    }

    private int stride() {
        return (data.size() - 1) / SAMPLES + 1;
    }

    /** Targets of regression that the outputs can't reach; the losses of probabilities refuse theirs. */
    private void checkTargets() {
        model.outputs().forEach(this::checkTargets);
    }

    private void checkTargets(OutputInfo output) {
        OutputRange range = OutputRange.of(model.layers().get(output.layer()).formula());
        float[] t = new float[data.targetSize()];
        for (int sample = 0; sample < data.size(); sample += stride()) {
            data.copyTargets(sample, 1, t);
            for (int i = output.offset(); i < output.offset() + output.size(); i++) {
                if (t[i] < range.least() || t[i] > range.most()) {
                    warnings.add(
                            "target %s of sample %s is %s, which layer \"%s\" can't reach, since %s: scale the targets, or"
                                            .formatted(i, sample, t[i], output.name(), range)
                                    + " declare activation = IDENTITY");
                    return;
                }
            }
        }
    }

    private void checkLabels() {
        if (!data.hasLabels()) {
            return;
        }
        boolean[] occurs = new boolean[data.classes()];
        for (int label : data.labels()) {
            occurs[label] = true;
        }
        checkClasses(
                occurs.length,
                IntStream.range(0, occurs.length)
                        .filter(label -> !occurs[label])
                        .boxed()
                        .toList());
    }

    private void checkClasses(int classes, List<Integer> absent) {
        if (!absent.isEmpty()) {
            warnings.add("of " + classes + " classes these never occur among the training samples, so they can't be"
                    + " learnt: " + absent.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }
}
