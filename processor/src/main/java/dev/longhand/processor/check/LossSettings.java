package dev.longhand.processor.check;

import java.util.List;

/**
 * What training minimizes: the sum of the losses of all outputs by their weights, and penalties.
 *
 * @param outputs the outputs with their losses, in the order of the layers, at least one
 * @param penalties for each layer the penalties on its weights; empty if none is declared
 */
public record LossSettings(List<OutputLoss> outputs, List<LayerPenalty> penalties) {

    public LossSettings {
        outputs = List.copyOf(outputs);
        penalties = List.copyOf(penalties);
    }

    /** Losses without penalties. */
    public LossSettings(List<OutputLoss> outputs) {
        this(outputs, List.of());
    }

    /** The same with these penalties, one for each layer. */
    LossSettings with(List<LayerPenalty> declared) {
        boolean isPenalized = declared.stream().anyMatch(penalty -> !penalty.equals(LayerPenalty.NONE));
        return new LossSettings(outputs, isPenalized ? declared : List.of());
    }

    /** The penalties on the weights of layer {@code layer}, counted from 0. */
    public LayerPenalty penalty(int layer) {
        return penalties.isEmpty() ? LayerPenalty.NONE : penalties.get(layer);
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
