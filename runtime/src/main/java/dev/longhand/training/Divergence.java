package dev.longhand.training;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.StateInfo;
import dev.longhand.model.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first place where a number isn't finite.
 *
 * @param layer the first layer with such a number, or {@code input} or {@code targets}
 * @param description what was found there, as part of a sentence
 * @param fromData whether the samples themselves contain such a number
 */
record Divergence(String layer, String description, boolean fromData) {

    /** After a forward pass whose loss isn't finite: the first in the order of computation. */
    static Divergence find(Model model, Workspace ws, int n) {
        int in = model.info().input().size();
        int out = model.info().output().size();
        int bad = firstNotFinite(ws.input(), 0, n * in);
        if (bad >= 0) {
            return new Divergence(
                    "input",
                    "input %s of sample %s of the batch is %s".formatted(bad % in, bad / in, ws.input()[bad]),
                    true);
        }
        bad = firstNotFinite(ws.targets(), 0, n * out);
        if (bad >= 0) {
            return new Divergence(
                    "targets",
                    "target %s of sample %s of the batch is %s".formatted(bad % out, bad / out, ws.targets()[bad]),
                    true);
        }
        Divergence parameters = inParameters(model);
        if (parameters != null) {
            return parameters;
        }
        List<LayerInfo> layers = model.info().layers();
        for (int i = 0; i < layers.size(); i++) {
            int size = layers.get(i).output().size();
            bad = firstNotFinite(ws.activation(i), 0, Math.min(n * size, ws.activation(i).length));
            if (bad >= 0) {
                String name = layers.get(i).name();
                return new Divergence(
                        name,
                        "output %s of layer \"%s\" is %s".formatted(bad % size, name, ws.activation(i)[bad]),
                        false);
            }
        }
        String last = layers.get(layers.size() - 1).name();
        return new Divergence(last, "the outputs of layer \"" + last + "\" are too large for the loss", false);
    }

    /** The first array of parameters or state with a number that isn't finite, if there is one. */
    static @Nullable Divergence inParameters(Model model) {
        float[] p = model.parameters().values();
        float[] state = model.parameters().state();
        for (LayerInfo layer : model.info().layers()) {
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
