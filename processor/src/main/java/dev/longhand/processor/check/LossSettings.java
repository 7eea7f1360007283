package dev.longhand.processor.check;

import java.util.List;

/**
 * What training minimizes: the sum of the losses of all outputs by their weights, and penalties.
 *
 * @param outputs the outputs with their losses, in the order of the layers, at least one
 * @param layers for each layer what is declared about its training; empty if nothing is
 */
public record LossSettings(List<OutputLoss> outputs, List<LayerTraining> layers) {

    public LossSettings {
        outputs = List.copyOf(outputs);
        layers = List.copyOf(layers);
    }

    /** Losses without penalties and frozen layers. */
    public LossSettings(List<OutputLoss> outputs) {
        this(outputs, List.of());
    }

    /** The same with what is declared for each layer. */
    LossSettings with(List<LayerTraining> declared) {
        boolean isDeclared = declared.stream().anyMatch(layer -> !layer.equals(LayerTraining.NONE));
        return new LossSettings(outputs, isDeclared ? declared : List.of());
    }

    /** What is declared about the training of layer {@code layer}, counted from 0. */
    public LayerTraining training(int layer) {
        return layers.isEmpty() ? LayerTraining.NONE : layers.get(layer);
    }

    /** Whether the loss is that of a single output as it is, not a sum, nor multiplied by a weight. */
    public boolean isOfOneOutput() {
        return outputs.size() == 1 && outputs.get(0).weight() == 1;
    }

    /** Whether a layer is an output. */
    public boolean isOutput(int layer) {
        return outputs.stream().anyMatch(output -> output.layer() == layer);
    }
}
