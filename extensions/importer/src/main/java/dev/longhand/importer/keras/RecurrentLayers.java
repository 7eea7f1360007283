package dev.longhand.importer.keras;

import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedParameter;
import dev.longhand.importer.RecurrentSettings;
import dev.longhand.importer.RecurrentSettings.Cell;
import java.util.Arrays;
import java.util.List;

/** {@code SimpleRNN}, {@code GRU} and {@code LSTM}, whose gates are in the same order as here. */
final class RecurrentLayers {

    private static final List<String> MUST_BE_FALSE = List.of("go_backwards", "return_state", "stateful", "time_major");

    private RecurrentLayers() {}

    static List<ImportedLayer> layer(KerasLayer layer, Cell cell) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        for (String argument : MUST_BE_FALSE) {
            config.require(argument, false);
        }
        ActivationSetting activation = config.has("activation")
                ? Activations.plain(config, "activation", layer.isKeras3())
                : ActivationSetting.of(Activation.TANH);
        if (cell != Cell.RNN) {
            requireFunctions(layer, activation);
        }
        if (cell == Cell.GRU && !config.flag("reset_after", false)) {
            throw new UnsupportedLayerException(
                    "its reset_after is False: Longhand's GRU resets after the product, as Keras 2 and later by default");
        }
        boolean useBias = config.flag("use_bias", true);
        layer.requireArrays(useBias ? 3 : 2);
        int units = config.integer("units", 0);
        RecurrentSettings settings =
                new RecurrentSettings(cell, units, activation, config.flag("return_sequences", false), useBias);
        ImportedParameter weight = layer.parameter("weight", 0);
        ImportedParameter recurrent = layer.parameter("recurrentWeight", 1);
        if (!useBias) {
            return layer.as(settings, weight, recurrent);
        }
        if (cell != Cell.GRU) {
            return layer.as(settings, weight, recurrent, layer.parameter("bias", 2));
        }
        // Keras has both biases of a GRU in one array, [2][3·units].
        float[] both = layer.parameter("bias", 2, 2 * 3 * units).values();
        return layer.as(
                settings,
                weight,
                recurrent,
                ImportedParameter.of("bias", Arrays.copyOfRange(both, 0, 3 * units), 3 * units),
                ImportedParameter.of("recurrentBias", Arrays.copyOfRange(both, 3 * units, 6 * units), 3 * units));
    }

    private static void requireFunctions(KerasLayer layer, ActivationSetting activation)
            throws UnsupportedLayerException {
        ActivationSetting gates = Activations.plain(layer.config(), "recurrent_activation", layer.isKeras3());
        if (activation.activation() != Activation.TANH) {
            throw new UnsupportedLayerException(
                    "its activation is " + activation.activation() + ", but Longhand's layer has TANH");
        }
        if (gates.activation() != Activation.SIGMOID) {
            throw new UnsupportedLayerException(
                    "its recurrent_activation is " + gates.activation() + ", but Longhand's layer has SIGMOID");
        }
    }
}
