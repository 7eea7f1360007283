package dev.longhand.importer.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.LayerSettings;
import java.util.List;
import java.util.Set;

/** Activation functions, as an argument of a layer and as layers. */
final class Activations {

    /** The classes of layers that are a function. */
    static final Set<String> LAYERS = Set.of("Activation", "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax");

    private static final double KERAS_LEAKY_RELU = 0.2;
    private static final double KERAS_LEAKY_RELU_LAYER = 0.3;

    private Activations() {}

    /** The layer of a function. */
    static List<ImportedLayer> layer(KerasLayer layer) throws UnsupportedLayerException {
        if (layer.config().className().equals("Softmax")) {
            layer.requireLastAxis();
        }
        return layer.as(new LayerSettings.Activate(of(layer).activation()));
    }

    /** The function of a layer that is one, or has one beside its sums; none for other layers. */
    static KerasFunction of(KerasLayer layer) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        return switch (config.className()) {
            case "PReLU" -> parametric(layer);
            case "TimeDistributed" -> of(Converter.inner(config), "activation", layer.isKeras3());
            default -> {
                if (config.className().equals("Activation") || Scales.WITH_SUMS.contains(config.className())) {
                    yield of(config, "activation", layer.isKeras3());
                }
                yield LAYERS.contains(config.className()) ? function(config) : KerasFunction.NONE;
            }
        };
    }

    /** The function that an argument of a recurrent layer names, which must be one of Longhand's. */
    static ActivationSetting plain(LayerConfig config, String argument, boolean isKeras3)
            throws UnsupportedLayerException {
        KerasFunction function = of(config, argument, isKeras3);
        if (!function.isPlain()) {
            throw new UnsupportedLayerException("its " + argument + " is " + config.get(argument)
                    + ", which isn't one of Longhand's functions and can't be made of them within a recurrent layer");
        }
        return function.activation();
    }

    /** The function that an argument of a layer names. */
    static KerasFunction of(LayerConfig config, String argument, boolean isKeras3) throws UnsupportedLayerException {
        JsonElement value = config.get(argument);
        if (value == null) {
            return KerasFunction.NONE;
        }
        if (value.isJsonPrimitive()) {
            return named(value.getAsString(), isKeras3);
        }
        JsonObject object = value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
        JsonElement inner = object.get("config");
        JsonElement className = object.get("class_name");
        if (inner != null && inner.isJsonPrimitive()) {
            return named(inner.getAsString(), isKeras3);
        }
        if (inner != null && inner.isJsonObject() && className != null && className.isJsonPrimitive()) {
            return function(new LayerConfig(className.getAsString(), config.name(), inner.getAsJsonObject()));
        }
        throw new UnsupportedLayerException("its " + argument + " can't be read: " + value);
    }

    private static KerasFunction named(String name, boolean isKeras3) throws UnsupportedLayerException {
        return switch (name) {
            case "linear" -> KerasFunction.NONE;
            case "relu" -> KerasFunction.of(Activation.RELU);
            case "relu6" -> KerasFunction.bounded(6);
            case "leaky_relu" -> slope(Activation.LEAKY_RELU, KERAS_LEAKY_RELU);
            case "sigmoid" -> KerasFunction.of(Activation.SIGMOID);
            // max(0, min(1, 0.2·z + 0.5)) before Keras 3, which is HARD_SIGMOID of 1.2·z
            case "hard_sigmoid" -> KerasFunction.hardSigmoid(isKeras3 ? 1 : 1.2, 0, 1);
            case "tanh" -> KerasFunction.of(Activation.TANH);
            case "softmax" -> KerasFunction.of(Activation.SOFTMAX);
            case "log_softmax" -> KerasFunction.of(Activation.LOG_SOFTMAX);
            case "elu", "celu" -> KerasFunction.of(Activation.ELU);
            case "selu" -> KerasFunction.selu();
            case "gelu" -> KerasFunction.of(Activation.GELU);
            case "swish", "silu" -> KerasFunction.of(Activation.SILU);
            case "hard_swish", "hard_silu" -> KerasFunction.gated(Activation.HARD_SIGMOID);
            case "mish" -> KerasFunction.gated(Activation.SOFTPLUS, Activation.TANH);
            case "softplus" -> KerasFunction.of(Activation.SOFTPLUS);
            default -> throw new UnsupportedLayerException("Longhand has no activation \"" + name + "\"");
        };
    }

    private static KerasFunction function(LayerConfig config) throws UnsupportedLayerException {
        return switch (config.className()) {
            case "ReLU" -> relu(config);
            case "LeakyReLU" ->
                slope(
                        Activation.LEAKY_RELU,
                        config.number("negative_slope", config.number("alpha", KERAS_LEAKY_RELU_LAYER)));
            case "ELU" -> slope(Activation.ELU, config.number("alpha", 1));
            case "Softmax" -> KerasFunction.of(Activation.SOFTMAX);
            default -> throw new UnsupportedLayerException("Longhand has no activation " + config.className());
        };
    }

    private static KerasFunction relu(LayerConfig config) throws UnsupportedLayerException {
        double slope = config.number("negative_slope", 0);
        if (config.number("threshold", 0) != 0) {
            throw new UnsupportedLayerException("its threshold is " + config.number("threshold", 0) + ", not 0");
        }
        if (!config.has("max_value")) {
            return slope == 0 ? KerasFunction.of(Activation.RELU) : slope(Activation.LEAKY_RELU, slope);
        }
        double most = config.number("max_value", 0);
        if (slope != 0) {
            throw new UnsupportedLayerException("its max_value is " + most + " and its negative_slope " + slope
                    + ", but a ReLU with a bound is expressible without a slope only");
        }
        if (!(most > 0 && Double.isFinite(most))) {
            throw new UnsupportedLayerException("its max_value is " + most + ", but must be greater than 0");
        }
        return KerasFunction.bounded(most);
    }

    /** {@code PReLU}, whose slopes are trained: a leaky ReLU, if they are equal. */
    private static KerasFunction parametric(KerasLayer layer) throws UnsupportedLayerException {
        layer.requireArrays(1);
        float[] slopes = layer.arrays().get(0).values();
        for (float slope : slopes) {
            if (slope != slopes[0]) {
                throw new UnsupportedLayerException("its slopes differ, of which the first are " + slopes[0] + " and "
                        + slope + ", but a layer here has one slope for all its units");
            }
        }
        return slopes.length == 0 || slopes[0] == 0
                ? KerasFunction.of(Activation.RELU)
                : slope(Activation.LEAKY_RELU, slopes[0]);
    }

    private static KerasFunction slope(Activation function, double slope) throws UnsupportedLayerException {
        if (!(slope > 0)) {
            throw new UnsupportedLayerException("its slope is " + slope + ", but must be greater than 0");
        }
        return KerasFunction.of(new ActivationSetting(function, slope));
    }
}
