package dev.longhand.onnx;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folds batch norms into the layers before them: γ·(x·W + b − μ)/√(σ² + ε) + β = x·(W·s) + (b − μ)·s + β with s = γ/√(σ² +
 * ε), computed in double precision.
 */
final class BatchNormFolding {

    private static final Set<String> AFFINE = Set.of("Dense", "Conv1d", "Conv2d");

    private BatchNormFolding() {}

    /**
     * Folds each batch norm that is the only reader of a dense or a convolutional layer without an activation, and changes
     * that layer's parameters.
     *
     * @return the indices of the layers that are changed, by those of the batch norms that are folded into them
     */
    static Map<Integer, Integer> fold(ModelInfo info, ParameterArrays parameters) {
        Map<Integer, Integer> folded = new HashMap<>();
        for (int index = 0; index < info.layers().size(); index++) {
            LayerInfo norm = info.layers().get(index);
            int source = norm.sources().get(0);
            if (norm.kind().equals("BatchNorm") && source >= 0 && isFoldable(info, source)) {
                fold(norm, index, source, parameters);
                folded.put(index, source);
            }
        }
        return folded;
    }

    private static boolean isFoldable(ModelInfo info, int source) {
        LayerInfo layer = info.layers().get(source);
        return AFFINE.contains(layer.kind())
                && ActivationNodes.isIdentity(layer.settings())
                && ModelGraph.readers(info, source).size() == 1;
    }

    private static void fold(LayerInfo norm, int index, int source, ParameterArrays parameters) {
        float[] weight = parameters.parameter(source, "weight").orElseThrow();
        float[] gamma = parameters.parameter(index, "gamma").orElseThrow();
        float[] beta = parameters.parameter(index, "beta").orElseThrow();
        float[] mean = parameters.state(index, "runningMean");
        float[] variance = parameters.state(index, "runningVariance");
        float[] bias = parameters.parameter(source, "bias").orElseGet(() -> new float[gamma.length]);
        float[] foldedWeight = new float[weight.length];
        float[] foldedBias = new float[gamma.length];
        double epsilon = norm.settings().number("epsilon");
        double[] scale = new double[gamma.length];
        for (int channel = 0; channel < scale.length; channel++) {
            scale[channel] = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
            foldedBias[channel] = (float) (((double) bias[channel] - mean[channel]) * scale[channel] + beta[channel]);
        }
        // The last axis of W is that of units or filters.
        for (int i = 0; i < weight.length; i++) {
            foldedWeight[i] = (float) (weight[i] * scale[i % scale.length]);
        }
        parameters.put(source, "weight", foldedWeight);
        parameters.put(source, "bias", foldedBias);
    }
}
