package dev.longhand.kernel.norm;

import dev.longhand.kernel.Kernels;

/**
 * Batch norm and layer norm, for one calling thread.
 *
 * <p>Arrays are flat, x is [n][positions][channels]. μ and σ² stand for a mean and the variance around it, the
 * mean of the squares (x − μ)²; x̂ = (x − μ)·s with s = 1/√(σ² + ε). The {@link Normalization} has the offsets of γ and
 * β in p, of dγ and dβ in g, and of the running statistics in the state.
 *
 * <p>The order of every sum is part of this contract, so that results don't depend on the processor or the
 * number of threads. A channel's sum over a batch may have a hundred thousand terms; added one after the other,
 * they would lose three digits. So the sum is a tree. Within a sample there are L = min(positions,
 * 256/channels) lanes, at least 1: lane l adds the positions l, l + L, l + 2L …, starting from 0; the sum of the
 * sample adds its lanes in order, the sum of the batch its samples in order, both from 0. Products are added by
 * fused multiply-adds: fma(d, d, sum) for squares, fma(da, x̂, sum) for dγ.
 */
public interface NormKernels {

    /**
     * μ and σ² of each channel over all positions of the batch, which are m = n·positions, by the corrected two-pass
     * algorithm (Chan, Golub and LeVeque, "Algorithms for computing the sample variance", 1983): μ₁ = Σx/m, rounding
     * errors included; then r = Σ(x − μ₁)/m, which is what μ₁ lacks, μ = μ₁ + r and σ² = Σ(x − μ₁)²/m − r², at least 0,
     * the last subtraction a fused multiply-add. So the μ of a constant channel is that constant, and its x̂ is 0.
     *
     * @param statistics written: μ [channels], then σ² [channels]
     */
    void batchStatistics(Normalization norm, float[] x, float[] statistics, int n);

    /**
     * Batch norm in training: a = γ·x̂ + β with the μ and σ² of each channel in the batch.
     *
     * @param statistics those of the batch
     */
    void batchNorm(Normalization norm, float[] x, float[] statistics, float[] p, float[] a, int n);

    /** Batch norm in prediction: a = γ·x̂ + β with the running μ and σ² of each channel. */
    void runningBatchNorm(Normalization norm, float[] x, float[] state, float[] p, float[] a, int n);

    /**
     * The gradients of the parameters of batch norm: dγ = Σ da·x̂ and dβ = Σ da, over all positions of the batch.
     * They overwrite what g held there.
     *
     * @param statistics those of the batch
     */
    void batchNormGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int n);

    /**
     * The gradient of the input of batch norm for given statistics: in two calls, so that neither has too many
     * arguments to read. The next call reuses the returned object.
     *
     * @param statistics those of the batch
     * @param g holds dγ and dβ, as {@link #batchNormGradient} wrote them
     */
    BatchNormInputGradient batchNormInputGradient(Normalization norm, float[] statistics, float[] p, float[] g);

    /** The gradient of the input of batch norm. */
    @FunctionalInterface
    interface BatchNormInputGradient {

        /**
         * dx = γ·s·(da − dβ/m − x̂·dγ/m), because μ and σ² depend on x too (Ioffe and Szegedy, "Batch
         * normalization", 2015). {@code dx} may be {@code da}.
         */
        void run(float[] x, float[] da, float[] dx, int n);
    }

    /**
     * Folds batch norm in prediction, where μ and σ² are constants, into the layer before it: W' = W·γ·s and b' = (b
     * − μ)·γ·s + β, the last sum a fused multiply-add.
     *
     * @param weights the offset of W, [count/channels][channels], in p
     * @param bias the offset of b, [channels], in p, or {@link Kernels#NO_BIAS}
     * @param folded written: W' [count], then b' [channels]
     */
    void fold(Normalization norm, float[] p, int weights, int bias, float[] state, float[] folded, int count);

    /**
     * Moves running statistics towards those of a batch: running ← momentum·running + (1 − momentum)·batch. The
     * batch's variance is m/(m − 1)·σ² here, the unbiased estimate. A batch with m = 1 has no such
     * estimate and changes neither.
     *
     * @param statistics those of the batch
     */
    void updateRunning(Normalization norm, float[] statistics, float momentum, float[] state, int n);

    /**
     * Layer norm: a = γ·x̂ + β, where each position has its own μ and σ², over its channels. These two sums are in
     * double and have four lanes: lane l adds the channels l, l + 4, l + 8 …, starting from 0, as long as four more are
     * left; the sum is (lane 0 + lane 1) + (lane 2 + lane 3), and the remaining channels are added last. Terms are
     * rounded to float before they are added; the sum is rounded once, after it is divided by their number. So the μ of
     * a constant position is that constant, and its x̂ is 0.
     *
     * @param statistics written: μ and s of each position, [n][positions][2]
     */
    void layerNorm(Normalization norm, float[] x, float[] p, float[] statistics, float[] a, int n);

    /**
     * The gradients of the parameters of layer norm: dγ = Σ da·x̂ and dβ = Σ da, over all positions of the batch.
     * They overwrite what g held there.
     *
     * @param statistics as {@link #layerNorm} wrote them
     */
    void layerNormGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int n);

    /**
     * The gradient of the input of layer norm: with dx̂ = da·γ, dx = s·(dx̂ − Σdx̂/channels − x̂·Σ(dx̂·x̂)/channels)
     * (Ba, Kiros and Hinton, "Layer normalization", 2016), the sums over the channels of a position as in {@link
     * #layerNorm}. {@code dx} may be {@code da}.
     *
     * @param statistics as {@link #layerNorm} wrote them
     */
    void layerNormInputGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] p, float[] dx, int n);
}
