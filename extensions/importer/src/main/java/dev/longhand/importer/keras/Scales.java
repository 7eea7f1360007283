package dev.longhand.importer.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what the outputs of layers are to be multiplied, because their function is a multiple of one of Longhand's: layers that
 * keep the numbers pass it on to the weights of those that read them.
 */
final class Scales {

    /** The classes of layers that multiply what they read by weights, and have a function. */
    static final Set<String> WITH_SUMS = Set.of(
            "Dense",
            "Conv1D",
            "Conv2D",
            "Convolution1D",
            "Convolution2D",
            "DepthwiseConv1D",
            "DepthwiseConv2D",
            "SeparableConv1D",
            "SeparableConv2D",
            "TimeDistributed");

    private static final Set<String> KEEPING = Set.of(
            "Flatten",
            "Reshape",
            "Permute",
            "Identity",
            "ZeroPadding1D",
            "ZeroPadding2D",
            "MaxPooling1D",
            "MaxPooling2D",
            "AveragePooling1D",
            "AveragePooling2D",
            "GlobalMaxPooling1D",
            "GlobalMaxPooling2D",
            "GlobalAveragePooling1D",
            "GlobalAveragePooling2D",
            "Dropout",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "GaussianDropout",
            "AlphaDropout",
            "ActivityRegularization",
            "Add",
            "Average",
            "Concatenate");

    private final Map<String, Double> scales = new HashMap<>();

    /** By what the outputs of a layer are to be multiplied. */
    double of(String name) {
        return scales.getOrDefault(name, 1.0);
    }

    /** By what the numbers that a layer reads are to be multiplied; refuses it if it can't do that. */
    double read(LayerConfig config, List<String> reads) throws UnsupportedLayerException {
        List<Double> read = reads.stream().map(this::of).distinct().toList();
        if (read.size() > 1) {
            throw new UnsupportedLayerException("it joins numbers of which some are multiples of what layers here compute, as"
                    + " bounded ReLUs and SELUs are, and others aren't");
        }
        String className = config.className();
        boolean isPossible =
                read.isEmpty() || read.get(0) == 1 || WITH_SUMS.contains(className) || KEEPING.contains(className);
        if (!isPossible) {
            String name = reads.stream()
                    .filter(layer -> of(layer) != 1)
                    .findFirst()
                    .orElse("");
            throw new UnsupportedLayerException("it reads \"" + name + "\", which is " + (float) of(name)
                    + " times what layers here compute, but only a dense layer or a convolution could multiply that");
        }
        return read.isEmpty() ? 1 : read.get(0);
    }

    /** Says by what the outputs of a layer are to be multiplied: by its function's scale, or by what it only keeps. */
    void set(LayerConfig config, double read, KerasFunction function, int joined) {
        boolean isKept = KEEPING.contains(config.className());
        double share = config.className().equals("Average") ? 1.0 / joined : 1;
        scales.put(config.name(), isKept ? read * share : function.scale());
    }
}
