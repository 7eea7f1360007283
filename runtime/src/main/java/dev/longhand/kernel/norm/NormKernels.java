package dev.longhand.kernel.norm;

import dev.longhand.kernel.dense.DenseKernels;

/**
 * The loops of normalization layers, for one calling thread.
 *
 * <p>Arrays are flat, x is [n][positions][channels]. μ and σ² stand for a mean and the variance around it, the
 * mean of the squares (x − μ)²; x̂ = (x − μ)·s with s = 1/√(σ² + ε).
 *
 * <p>The order of every sum is part of this contract, so the bits depend neither on the processor nor on the
 * number of threads. A channel's sum over a batch may have a hundred thousand terms, of which one chain would
 * lose three digits; so it's a tree of chains. Within a sample, L = min(positions, 256/channels) lanes, at
 * least 1: lane l adds the places l, l + L, l + 2L … from 0 on; the sample's sum adds its lanes in order, the
 * batch's sum its samples in order, both from 0. Products are added by fused multiply-adds: fma(d, d, sum)
 * for squares, fma(dy, x̂, sum) for dγ.
 */
public interface NormKernels {

    /**
     * μ and σ² of each channel over all places of the batch, which are m = n·positions: μ = Σx/m, then σ² = Σ(x −
     * μ)²/m.
     *
     * @param statistics gets μ [channels], then σ² [channels]
     */
    void batchStatistics(Normalization norm, float[] x, float[] statistics, int n);

    /**
     * a = γ·x̂ + β with one μ and σ² a channel: those of the batch while training, running ones when predicting.
     *
     * @param statistics μ [channels] from {@code at} on, then σ² [channels]
     * @param p γ [channels] from {@code gamma} on, β [channels] from {@code beta} on
     */
    void batchNorm(
            Normalization norm,
            float[] x,
            float[] statistics,
            int at,
            float[] p,
            int gamma,
            int beta,
            float[] a,
            int n);

    /**
     * The gradient with respect to the parameters of batch norm: dγ = Σ da·x̂ and dβ = Σ da, over all places of
     * the batch. What g held there before is overwritten.
     *
     * @param statistics those of the batch
     */
    void batchNormGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int gamma, int beta, int n);

    /**
     * The gradient with respect to the input of batch norm, whose μ and σ² depend on x too: dx = γ·s·(da − dβ/m −
     * x̂·dγ/m) (Ioffe and Szegedy, "Batch normalization", 2015). {@code dx} may be {@code da}.
     *
     * @param g dγ and dβ, as {@link #batchNormGradient} left them
     */
    void batchNormInputGradient(
            Normalization norm,
            float[] x,
            float[] da,
            float[] statistics,
            float[] p,
            float[] g,
            int gamma,
            int beta,
            float[] dx,
            int n);

    /**
     * Folds batch norm, with a μ and σ² that are constants, into the weights before it: W' = W·γ·s and b' = (b −
     * μ)·γ·s + β, the last sum a fused multiply-add.
     *
     * @param p holds W, [count/channels][channels] from {@code w} on, b [channels] from {@code b} on, γ and β
     * @param b {@link DenseKernels#NO_BIAS} if there is none
     * @param state μ [channels] from {@code at} on, then σ² [channels]
     * @param folded gets W' [count], then b' [channels]
     */
    void fold(
            Normalization norm,
            float[] p,
            int w,
            int b,
            int gamma,
            int beta,
            float[] state,
            int at,
            float[] folded,
            int count);

    /**
     * Moves running statistics towards those of a batch: running ← momentum·running + (1 − momentum)·batch. For
     * the variance the batch counts with m/(m − 1)·σ², the unbiased estimate. A batch with m = 1 tells
     * nothing of a variance and leaves both alone.
     *
     * @param statistics those of the batch
     * @param state the running μ [channels] from {@code at} on, then the running σ² [channels]
     */
    void updateRunning(Normalization norm, float[] statistics, float momentum, float[] state, int at, int n);

    /**
     * a = γ·x̂ + β with a μ and σ² of its own for each place, over its channels. These two sums have four lanes:
     * lane l adds the channels l, l + 4, l + 8 … from 0 on, as long as there are four more; the sum is (lane 0 +
     * lane 1) + (lane 2 + lane 3), then come the channels that are left. Terms are rounded before they are added.
     *
     * @param statistics gets μ and s of each place, [n][positions][2]
     * @param p γ [channels] from {@code gamma} on, β [channels] from {@code beta} on
     */
    void layerNorm(Normalization norm, float[] x, float[] p, int gamma, int beta, float[] statistics, float[] a, int n);

    /**
     * The gradient with respect to the parameters of layer norm: dγ = Σ da·x̂ and dβ = Σ da, over all places of
     * the batch. What g held there before is overwritten.
     *
     * @param statistics as {@link #layerNorm} left them
     */
    void layerNormGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int gamma, int beta, int n);

    /**
     * The gradient with respect to the input of layer norm: with h = da·γ, dx = s·(h − Σh/channels − x̂·Σ(h·x̂)/channels)
     * (Ba, Kiros and Hinton, "Layer normalization", 2016), the sums over a place's channels as in {@link #layerNorm}.
     * {@code dx} may be {@code da}.
     *
     * @param statistics as {@link #layerNorm} left them
     */
    void layerNormInputGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] p, int gamma, float[] dx, int n);
}
