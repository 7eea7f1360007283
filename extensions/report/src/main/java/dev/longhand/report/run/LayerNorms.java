package dev.longhand.report.run;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How large gradients and activations are in the last batch of each epoch, as root mean squares: of the gradients of a
 * layer's parameters, and of a layer's outputs.
 */
public final class LayerNorms {

    private final List<Integer> epochs = new ArrayList<>();
    private final Map<String, List<Double>> gradients = new LinkedHashMap<>();
    private final Map<String, List<Double>> activations = new LinkedHashMap<>();

    /**
     * Records a batch.
     *
     * @param epoch the number of the epoch
     * @param ws the workspace after the backward pass
     * @param n the samples of the batch
     */
    public void record(int epoch, ModelInfo model, Workspace ws, int n) {
        epochs.add(epoch);
        for (int i = 0; i < model.layers().size(); i++) {
            LayerInfo layer = model.layers().get(i);
            if (!layer.parameters().isEmpty() && !layer.isFrozen()) {
                ParameterInfo first = layer.parameters().get(0);
                add(gradients, layer, rootMeanSquare(ws.gradients(), first.offset(), layer.parameterCount()));
            }
            if (layer.outputs() == LayerInfo.Outputs.KEPT) {
                add(
                        activations,
                        layer,
                        rootMeanSquare(ws.activation(i), 0, n * layer.output().size()));
            }
        }
    }

    private static void add(Map<String, List<Double>> norms, LayerInfo layer, double norm) {
        norms.computeIfAbsent(layer.name(), name -> new ArrayList<>()).add(norm);
    }

    private static double rootMeanSquare(float[] values, int from, int count) {
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += (double) values[i] * values[i];
        }
        return Math.sqrt(squares / Math.max(1, count));
    }

    /** The epochs recorded. */
    public double[] epochs() {
        return epochs.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /** The gradients by layer. */
    public Map<String, double[]> gradients() {
        return arrays(gradients);
    }

    /** The activations by layer. */
    public Map<String, double[]> activations() {
        return arrays(activations);
    }

    private static Map<String, double[]> arrays(Map<String, List<Double>> lists) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        lists.forEach((name, values) -> arrays.put(
                name, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return arrays;
    }
}
