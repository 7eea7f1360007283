package dev.longhand.training.guard;

import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.OptimizerState;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is no longer finite in a training, and where.
 *
 * @param what as the beginning of a sentence
 * @param divergence the first place
 * @param isOfStepBefore whether the step before the current one is to blame
 */
public record Failure(String what, Divergence divergence, boolean isOfStepBefore) {

    /** A gradient of the current batch. */
    public static Failure ofGradient(Model model, Workspace ws) {
        return new Failure("a gradient isn't finite", Divergence.inGradients(model, ws.gradients()), false);
    }

    /**
     * The loss of a batch. Parameters that aren't finite are the work of the step before, since the end of an epoch checks
     * them too.
     *
     * @param n the number of samples in the batch
     * @param isFirst whether it's the first batch of an epoch
     * @param sample the number, in the data, of the sample in a row of the batch
     */
    public static Failure ofLoss(
            float loss, Model model, Workspace ws, int n, boolean isFirst, IntToLongFunction sample) {
        Divergence inParameters = Divergence.inParameters(model);
        if (inParameters == null) {
            return new Failure("the loss became " + loss, Divergence.find(model, ws, n, sample), false);
        }
        return isFirst
                ? new Failure("the loss became " + loss, inParameters, false)
                : new Failure("a step made parameters infinite or NaN", inParameters, true);
    }

    /** The parameters or the optimizer's state; null if all numbers are finite. */
    public static @Nullable Failure ofState(Model model, OptimizerState optimizer) {
        Divergence inParameters = Divergence.inParameters(model);
        if (inParameters != null) {
            return new Failure("the parameters are no longer finite", inParameters, false);
        }
        Divergence inOptimizer = Divergence.inOptimizer(model, optimizer);
        return inOptimizer == null
                ? null
                : new Failure("the optimizer's state is no longer finite", inOptimizer, false);
    }
}
