package dev.longhand.training.step;

import dev.longhand.optimizer.LayerRules;
import dev.longhand.optimizer.Optimizer;

/**
 * The settings of the steps of a training.
 *
 * @param optimizer how gradients change parameters
 * @param seed the seed of dropout masks
 * @param threads how many compute a step
 * @param rules what is done differently with single layers
 * @param clipping the limits of gradients
 * @param accumulated the batches of a step
 * @param averageDecay the decay of the moving average of the parameters; NaN for none
 */
public record StepSettings(
        Optimizer optimizer,
        long seed,
        int threads,
        LayerRules rules,
        Clipping clipping,
        int accumulated,
        double averageDecay) {

    /** Steps of one batch each, without anything optional. */
    public static StepSettings of(Optimizer optimizer, long seed, int threads) {
        return new StepSettings(optimizer, seed, threads, LayerRules.none(), Clipping.NONE, 1, Double.NaN);
    }
}
