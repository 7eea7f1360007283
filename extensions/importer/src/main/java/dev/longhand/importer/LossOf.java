package dev.longhand.importer;

import dev.longhand.Activation;
import dev.longhand.Loss;
import java.util.List;

/** The loss that goes with the activation that a network ends with. */
final class LossOf {

    private LossOf() {}

    /** The loss of a network of these layers. */
    static Loss layers(List<ImportedLayer> layers) {
        return switch (lastActivation(layers)) {
            case SOFTMAX, LOG_SOFTMAX -> Loss.CROSS_ENTROPY;
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            default -> Loss.MEAN_SQUARED_ERROR;
        };
    }

    /** The activation of the last layer that computes anything. */
    static Activation lastActivation(List<ImportedLayer> layers) {
        return NetworkRules.lastComputing(layers)
                .flatMap(layer -> layer.settings().function())
                .map(ActivationSetting::activation)
                .orElse(Activation.IDENTITY);
    }
}
