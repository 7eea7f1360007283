package dev.longhand.training.guard;

import dev.longhand.data.Dataset;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.StateInfo;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.OptimizerState;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The first place where a number isn't finite.
 *
 * @param layer the first layer with such a number, or {@code input} or {@code targets}
 * @param description what was found there, as part of a sentence
 * @param fromData whether the samples themselves contain such a number
 */
public record Divergence(String layer, String description, boolean fromData) {

    /**
     * After a forward pass of finite samples by finite parameters whose loss isn't finite: the first in the order of computation.
     *
     * @param n the number of samples in the batch
     * @param sample the number, in the data set, of the sample in a row of the batch
     */
    public static Divergence find(Model model, Workspace ws, int n, IntToLongFunction sample) {
        List<LayerInfo> layers = model.info().layers();
        for (int i = 0; i < layers.size(); i++) {
            int size = layers.get(i).output().size();
            int bad = firstNotFinite(ws.activation(i), 0, Math.min(n * size, ws.activation(i).length));
            if (bad >= 0) {
                String name = layers.get(i).name();
                return new Divergence(
                        name,
                        "output %s of layer \"%s\" is %s for sample %s of the data set"
                                .formatted(bad % size, name, ws.activation(i)[bad], sample.applyAsLong(bad / size)),
                        false);
            }
        }
        String last = layers.get(layers.size() - 1).name();
        return new Divergence(last, "the outputs of layer \"" + last + "\" are too large for the loss", false);
    }

    /** The first number of a data set that isn't finite, if there is one. */
    public static @Nullable Divergence inData(Dataset data) {
        float[] x = new float[data.inputShape().size()];
        float[] t = new float[data.targetSize()];
        for (int sample = 0; sample < data.size(); sample++) {
            data.copyInputs(sample, 1, x);
            int bad = firstNotFinite(x, 0, x.length);
            if (bad >= 0) {
                return new Divergence(
                        "input",
                        "%s of sample %s of the data set is %s".formatted(data.inputName(bad), sample, x[bad]),
                        true);
            }
            data.copyTargets(sample, 1, t);
            bad = firstNotFinite(t, 0, t.length);
            if (bad >= 0) {
                return new Divergence(
                        "targets", "target %s of sample %s of the data set is %s".formatted(bad, sample, t[bad]), true);
            }
        }
        return null;
    }

    /** Whether all parameters and the whole state are finite. Allocates nothing. */
    public static boolean areFinite(Parameters parameters) {
        float[] p = parameters.forReading();
        float[] state = parameters.state();
        return firstNotFinite(p, 0, p.length) < 0 && firstNotFinite(state, 0, state.length) < 0;
    }

    /**
     * Parameters or state of the last layer with a number that isn't finite, if there is one: gradients that aren't finite
     * spread from there to the layers before.
     */
    public static @Nullable Divergence inParameters(Model model) {
        float[] p = model.parameters().forReading();
        float[] state = model.parameters().state();
        List<LayerInfo> layers = model.info().layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            LayerInfo layer = layers.get(i);
            for (ParameterInfo array : layer.parameters()) {
                int bad = firstNotFinite(p, array.offset(), array.size());
                if (bad >= 0) {
                    return inArray(layer, array.name(), bad - array.offset(), p[bad]);
                }
            }
            for (StateInfo array : layer.state()) {
                int bad = firstNotFinite(state, array.offset(), array.size());
                if (bad >= 0) {
                    return inArray(layer, array.name(), bad - array.offset(), state[bad]);
                }
            }
        }
        return null;
    }

    /**
     * The gradient that isn't finite and belongs to the last layer, from which it spreads to those before.
     *
     * @throws IllegalArgumentException if all are finite
     */
    public static Divergence inGradients(Model model, float[] gradients) {
        List<LayerInfo> layers = model.info().layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            for (ParameterInfo array : layers.get(i).parameters()) {
                int bad = firstNotFinite(gradients, array.offset(), array.size());
                if (bad >= 0) {
                    String name = layers.get(i).name();
                    return new Divergence(
                            name,
                            "the gradient of %s %s of layer \"%s\" is %s"
                                    .formatted(array.name(), bad - array.offset(), name, gradients[bad]),
                            false);
                }
            }
        }
        throw new IllegalArgumentException("all gradients are finite");
    }

    /**
     * The first number of an optimizer's state that isn't finite, if there is one: once a gradient's square is
     * infinite, so is the running sum of squares, and its parameter never changes again.
     */
    public static @Nullable Divergence inOptimizer(Model model, OptimizerState optimizer) {
        for (Map.Entry<String, float[]> array : optimizer.arrays().entrySet()) {
            float[] values = array.getValue();
            int bad = firstNotFinite(values, 0, values.length);
            if (bad >= 0) {
                return ofParameter(model, array.getKey(), bad, values[bad]);
            }
        }
        return null;
    }

    private static Divergence ofParameter(Model model, String array, int index, float value) {
        for (LayerInfo layer : model.info().layers()) {
            for (ParameterInfo parameter : layer.parameters()) {
                int i = index - parameter.offset();
                if (i >= 0 && i < parameter.size()) {
                    return new Divergence(
                            layer.name(),
                            "\"%s\" for %s %s of layer \"%s\" is %s: its gradient was too large"
                                    .formatted(array, parameter.name(), i, layer.name(), value),
                            false);
                }
            }
        }
        throw new IllegalArgumentException("no parameter has index " + index);
    }

    private static Divergence inArray(LayerInfo layer, String array, int index, float value) {
        return new Divergence(
                layer.name(), "%s %s of layer \"%s\" is %s".formatted(array, index, layer.name(), value), false);
    }

    private static int firstNotFinite(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }
}
