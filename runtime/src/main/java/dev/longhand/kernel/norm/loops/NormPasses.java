package dev.longhand.kernel.norm.loops;

/**
 * Passes over numbers {@code from} (inclusive) to {@code to} (exclusive) of whole positions, for one thread. Number i has
 * the values in column (i − from) mod width of the {@link ChannelValues}.
 */
interface NormPasses {

    /** rows.sum += x. */
    void add(ChannelValues rows, float[] x, int from, int to);

    /** rows.sum += x − μ and rows.productSum += (x − μ)². */
    void addDeviations(ChannelValues rows, float[] x, int from, int to);

    /** a = γ·(x − μ)·s + β. */
    void normalize(ChannelValues rows, float[] x, float[] a, int from, int to);

    /** rows.sum += da and rows.productSum += da·(x − μ)·s. */
    void addGradients(ChannelValues rows, float[] x, float[] da, int from, int to);

    /** dx = (da − dβ/m − (x − μ)·s·dγ/m)·γ·s. */
    void inputGradient(ChannelValues rows, float[] x, float[] da, float[] dx, int from, int to);
}
