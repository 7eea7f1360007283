package dev.longhand.training.step;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.OptimizerState;
import org.jspecify.annotations.Nullable;

/**
 * What a step does between the backward pass and the next one: it accumulates the gradients of several batches, clips
 * them, updates the parameters and the state, and averages the parameters.
 */
public final class StepControl {

    private final Model model;
    private final OptimizerState optimizer;
    private final Workspace ws;
    private final Threads threads;
    private final @Nullable FrozenState frozen;
    private final float[] p;
    private final @Nullable GradientAccumulation accumulation;
    private final @Nullable GradientClipping clipping;
    private final @Nullable WeightAverage average;

    public StepControl(
            Model model,
            TrainingClaim claim,
            StepSettings settings,
            OptimizerState optimizer,
            Workspace ws,
            Threads threads) {
        this.model = model;
        p = claim.values();
        this.optimizer = optimizer;
        this.ws = ws;
        this.threads = threads;
        optimizer.follow(settings.rules());
        ws.skipFrozen(model.info().layers().stream().filter(LayerInfo::isFrozen).allMatch(settings.rules()::isFrozen));
        GradientBlocks blocks = new GradientBlocks(model.info(), settings.rules(), threads);
        float[] g = ws.gradients();
        boolean keepsState = model.info().layers().stream()
                .anyMatch(layer -> layer.stateCount() > 0 && settings.rules().isFrozen(layer));
        frozen = keepsState
                ? new FrozenState(
                        model.info(), settings.rules(), model.parameters().state())
                : null;
        accumulation = settings.accumulated() > 1 ? new GradientAccumulation(g) : null;
        boolean clips = settings.clipping().hasValue() || settings.clipping().hasNorm();
        clipping = clips ? new GradientClipping(settings.clipping(), blocks, g) : null;
        average = Double.isNaN(settings.averageDecay()) ? null : new WeightAverage(settings.averageDecay(), blocks, p);
    }

    /**
     * After the passes of a batch of n samples with a finite loss.
     *
     * @param isLast whether it's the last batch of the step
     * @return whether the step was taken: not if the gradients' norm is clipped and isn't finite; then nothing is changed
     */
    public boolean finish(int n, double rateFactor, boolean isLast) {
        if (accumulation != null) {
            accumulation.add(ws.weights().inLoss(n));
        }
        if (isLast) {
            if (accumulation != null) {
                accumulation.finish();
            }
            if (clipping != null && !clipping.run()) {
                return false;
            }
            optimizer.update(p, ws.gradients(), rateFactor, threads);
            if (average != null) {
                average.add();
            }
        }
        updateState(n);
        return true;
    }

    private void updateState(int n) {
        if (frozen != null) {
            frozen.keep();
        }
        model.updateState(ws, n);
        if (frozen != null) {
            frozen.restore();
        }
    }

    /** The optimizer's state. */
    public OptimizerState optimizer() {
        return optimizer;
    }

    /** The batches accumulated since the last step. */
    public int accumulated() {
        return accumulation == null ? 0 : accumulation.batches();
    }

    @Nullable
    public GradientAccumulation accumulation() {
        return accumulation;
    }

    @Nullable
    public WeightAverage average() {
        return average;
    }

    /** The norm of the last step's gradients before clipping; NaN without a limit of the norm. */
    public double gradientNorm() {
        return clipping == null ? Double.NaN : clipping.norm();
    }
}
