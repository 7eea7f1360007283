package dev.longhand.processor.check;

import dev.longhand.Loss;
import java.util.List;

/**
 * What training minimizes.
 *
 * @param loss the loss
 * @param labelSmoothing the ε of cross-entropy, otherwise 0
 * @param delta the δ of Huber's loss, otherwise 1
 * @param layers for each layer what is declared about its training; empty if nothing is
 */
public record LossSettings(Loss loss, float labelSmoothing, float delta, List<LayerTraining> layers) {

    public LossSettings {
        layers = List.copyOf(layers);
    }

    /** A loss without penalties and frozen layers. */
    public LossSettings(Loss loss, float labelSmoothing, float delta) {
        this(loss, labelSmoothing, delta, List.of());
    }

    /** The same with what is declared for each layer. */
    LossSettings with(List<LayerTraining> declared) {
        boolean isDeclared = declared.stream().anyMatch(layer -> !layer.equals(LayerTraining.NONE));
        return new LossSettings(loss, labelSmoothing, delta, isDeclared ? declared : List.of());
    }

    /** What is declared about the training of layer {@code layer}, counted from 0. */
    public LayerTraining training(int layer) {
        return layers.isEmpty() ? LayerTraining.NONE : layers.get(layer);
    }
}
