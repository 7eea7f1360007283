package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of samples.
 *
 * @param inputShape the shape of one input
 * @param targetSize the numbers of one target
 * @param classes the number of classes; 0 if the samples have no labels
 */
record SampleForm(Shape inputShape, int targetSize, int classes) {

    /** See {@link Dataset#requireFits}. */
    void requireFits(ModelInfo model) {
        if (inputShape.size() != model.input().size()) {
            throw new IllegalArgumentException(
                    model.name() + " takes inputs of " + model.input().size() + " numbers (" + model.input()
                            + "), but those of the data set have " + inputShape.size() + " (" + inputShape + ")");
        }
        if (isOrderedDifferently(inputShape, model.input())) {
            throw new IllegalArgumentException(model.name() + " takes inputs of shape " + model.input()
                    + ", but those of the data set have the shape " + inputShape + ": put their numbers into the order "
                    + model.input() + ", the last index fastest, and make the data set with that shape");
        }
        int outputs = model.outputSize();
        if (targetSize != outputs) {
            throw new IllegalArgumentException(model.name() + " has " + outputs
                    + (outputs == 1 ? " output" : " outputs") + ", but a target of the data set has " + targetSize
                    + (targetSize == 1 ? " number" : " numbers")
                    + (model.joinsOutputs() ? each(model) : remedy(outputs)));
        }
    }

    private static String each(ModelInfo model) {
        return ": give each sample the targets of "
                + model.outputs().stream()
                        .map(output -> output.name() + " (" + output.size() + ")")
                        .collect(Collectors.joining(", "))
                + " side by side, as Targets does";
    }

    /** Whether neither shape is flat, and they differ in more than dimensions of 1. */
    private static boolean isOrderedDifferently(Shape data, Shape network) {
        return data.rank() > 1 && network.rank() > 1 && !withoutOnes(data).equals(withoutOnes(network));
    }

    private static List<Integer> withoutOnes(Shape shape) {
        return shape.dimensions().stream().filter(size -> size > 1).toList();
    }

    private String remedy(int outputs) {
        if (classes == 0) {
            return "";
        }
        if (outputs == 1 && classes == 2) {
            return ": make it with Dataset.ofBinaryLabels";
        }
        return outputs == classes
                ? ": make its targets one-hot"
                : ": a network for its " + classes + " classes needs " + classes + " outputs";
    }
}
