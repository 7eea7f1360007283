package dev.longhand.processor.check;

import dev.longhand.Loss;
import java.util.List;

/**
 * What training minimizes.
 *
 * @param loss the loss
 * @param labelSmoothing the ε of cross-entropy, otherwise 0
 * @param delta the δ of Huber's loss, otherwise 1
 * @param penalties for each layer the penalties on its weights; empty if none is declared
 */
public record LossSettings(Loss loss, float labelSmoothing, float delta, List<LayerPenalty> penalties) {

    public LossSettings {
        penalties = List.copyOf(penalties);
    }

    /** A loss without penalties. */
    public LossSettings(Loss loss, float labelSmoothing, float delta) {
        this(loss, labelSmoothing, delta, List.of());
    }

    /** The same with these penalties, one for each layer. */
    LossSettings with(List<LayerPenalty> declared) {
        boolean isPenalized = declared.stream().anyMatch(penalty -> !penalty.equals(LayerPenalty.NONE));
        return new LossSettings(loss, labelSmoothing, delta, isPenalized ? declared : List.of());
    }

    /** The penalties on the weights of layer {@code layer}, counted from 0. */
    public LayerPenalty penalty(int layer) {
        return penalties.isEmpty() ? LayerPenalty.NONE : penalties.get(layer);
    }
}
