package dev.longhand.importer.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.LayerSettings;
import java.util.List;

/** Activation functions, as an argument of a layer and as layers. */
final class Activations {

    private static final double KERAS_LEAKY_RELU = 0.2;
    private static final double KERAS_LEAKY_RELU_LAYER = 0.3;

    private Activations() {}

    /** The layer of a function. */
    static List<ImportedLayer> layer(KerasLayer layer) throws UnsupportedLayerException {
        ActivationSetting function = layer.config().className().equals("Activation")
                ? of(layer.config(), "activation", layer.isKeras3())
                : function(layer.config());
        if (layer.config().className().equals("Softmax")) {
            layer.requireLastAxis();
        }
        return layer.as(new LayerSettings.Activate(function));
    }

    /** The function that an argument of a layer names. */
    static ActivationSetting of(LayerConfig config, String argument, boolean isKeras3)
            throws UnsupportedLayerException {
        JsonElement value = config.get(argument);
        if (value == null) {
            return ActivationSetting.IDENTITY;
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

    private static ActivationSetting named(String name, boolean isKeras3) throws UnsupportedLayerException {
        if (name.equals("leaky_relu")) {
            return new ActivationSetting(Activation.LEAKY_RELU, KERAS_LEAKY_RELU);
        }
        if (name.equals("hard_sigmoid") && !isKeras3) {
            throw new UnsupportedLayerException(
                    "hard_sigmoid is max(0, min(1, 0.2·z + 0.5)) before Keras 3, and HARD_SIGMOID (z + 3)/6 within");
        }
        return ActivationSetting.of(
                switch (name) {
                    case "linear" -> Activation.IDENTITY;
                    case "relu" -> Activation.RELU;
                    case "sigmoid" -> Activation.SIGMOID;
                    case "tanh" -> Activation.TANH;
                    case "softmax" -> Activation.SOFTMAX;
                    case "log_softmax" -> Activation.LOG_SOFTMAX;
                    case "elu" -> Activation.ELU;
                    case "gelu" -> Activation.GELU;
                    case "swish", "silu" -> Activation.SILU;
                    case "softplus" -> Activation.SOFTPLUS;
                    case "hard_sigmoid" -> Activation.HARD_SIGMOID;
                    default -> throw new UnsupportedLayerException("Longhand has no activation \"" + name + "\"");
                });
    }

    private static ActivationSetting function(LayerConfig config) throws UnsupportedLayerException {
        return switch (config.className()) {
            case "ReLU" -> relu(config);
            case "LeakyReLU" ->
                slope(
                        Activation.LEAKY_RELU,
                        config.number("negative_slope", config.number("alpha", KERAS_LEAKY_RELU_LAYER)));
            case "ELU" -> slope(Activation.ELU, config.number("alpha", 1));
            case "Softmax" -> ActivationSetting.of(Activation.SOFTMAX);
            default -> throw new UnsupportedLayerException("Longhand has no activation " + config.className());
        };
    }

    private static ActivationSetting relu(LayerConfig config) throws UnsupportedLayerException {
        if (config.has("max_value")) {
            throw new UnsupportedLayerException(
                    "its max_value is " + config.number("max_value", 0) + ", but Longhand's ReLU isn't bounded");
        }
        if (config.number("threshold", 0) != 0) {
            throw new UnsupportedLayerException("its threshold is " + config.number("threshold", 0) + ", not 0");
        }
        double slope = config.number("negative_slope", 0);
        return slope == 0 ? ActivationSetting.of(Activation.RELU) : slope(Activation.LEAKY_RELU, slope);
    }

    private static ActivationSetting slope(Activation function, double slope) throws UnsupportedLayerException {
        if (!(slope > 0)) {
            throw new UnsupportedLayerException("its slope is " + slope + ", but must be greater than 0");
        }
        return new ActivationSetting(function, slope);
    }
}
