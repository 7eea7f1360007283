package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a data set, which all its parts share.
 *
 * @param inputs one row for each sample
 * @param nonZeros the inputs that aren't 0
 * @param inputShape the shape of one input
 * @param targets one row for each sample
 * @param labels their classes, or null
 * @param targetKind what the targets are: those of the first data set, if these samples are a transformed part of it
 */
record Samples(
        Rows inputs,
        NonZeroIndex nonZeros,
        Shape inputShape,
        Rows targets,
        @Nullable Labels labels,
        TargetKind targetKind) {

    Samples {
        if (inputs.count() == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but none was given");
        }
        if (inputs.count() != targets.count()) {
            throw new IllegalArgumentException(inputs.count() + " inputs and " + targets.count()
                    + (labels == null ? " targets" : " labels") + " were given: each sample needs one of each");
        }
    }

    Samples(Rows inputs, Shape inputShape, Rows targets, @Nullable Labels labels) {
        this(inputs, inputShape, targets, labels, TargetKind.of(targets));
    }

    Samples(Rows inputs, Shape inputShape, Rows targets, @Nullable Labels labels, TargetKind targetKind) {
        this(inputs, new NonZeroIndex(inputs), inputShape, targets, labels, targetKind);
    }

    /** Samples of classes with one-hot targets. */
    static Samples ofLabels(Rows inputs, Shape inputShape, Labels labels) {
        return new Samples(inputs, inputShape, labels.oneHot(), labels);
    }

    /** The number of samples. */
    int count() {
        return inputs.count();
    }

    /** See {@link Dataset#requireFits}. */
    void requireFits(ModelInfo model) {
        if (inputs.width() != model.input().size()) {
            throw new IllegalArgumentException(
                    model.name() + " takes inputs of " + model.input().size() + " numbers (" + model.input()
                            + "), but those of the data set have " + inputs.width() + " (" + inputShape + ")");
        }
        if (isOrderedDifferently(inputShape, model.input())) {
            throw new IllegalArgumentException(model.name() + " takes inputs of shape " + model.input()
                    + ", but those of the data set have the shape " + inputShape + ": put their numbers into the order "
                    + model.input() + ", the last index fastest, and make the data set with that shape");
        }
        int outputs = model.output().size();
        if (targets.width() != outputs) {
            throw new IllegalArgumentException(model.name() + " has " + outputs
                    + (outputs == 1 ? " output" : " outputs") + ", but a target of the data set has " + targets.width()
                    + (targets.width() == 1 ? " number" : " numbers") + remedy(outputs));
        }
    }

    /** Whether neither shape is flat, and they differ in more than dimensions of 1. */
    private static boolean isOrderedDifferently(Shape data, Shape network) {
        return data.rank() > 1 && network.rank() > 1 && !withoutOnes(data).equals(withoutOnes(network));
    }

    private static List<Integer> withoutOnes(Shape shape) {
        return shape.dimensions().stream().filter(size -> size > 1).toList();
    }

    private String remedy(int outputs) {
        if (labels == null) {
            return "";
        }
        int classes = labels.classes();
        if (outputs == 1 && classes == 2) {
            return ": make it with Dataset.ofBinaryLabels";
        }
        return outputs == classes
                ? ": make its targets one-hot"
                : ": a network for its " + classes + " classes needs " + classes + " outputs";
    }
}
