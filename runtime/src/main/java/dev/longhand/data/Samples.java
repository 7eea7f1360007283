package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
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
        new SampleForm(inputShape, targets.width(), labels == null ? 0 : labels.classes()).requireFits(model);
    }
}
