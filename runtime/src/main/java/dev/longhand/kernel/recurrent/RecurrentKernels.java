package dev.longhand.kernel.recurrent;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.embedding.EmbeddingTable;

/**
 * The steps of recurrent layers through time, and tables of embeddings, for one thread: an instance keeps
 * scratch arrays that it uses again and again.
 *
 * <p>What doesn't depend on the step before is no business of these: x·W + b for all steps at once, its
 * gradients, and dU from the states and dz of all steps at once are products of {@link DenseKernels}, whose rows
 * are the n·time steps.
 *
 * <p>As there, all implementations give the same bits: h'·U is a chain of fused multiply-adds from its named
 * start in the order of the states, dh' = dz·Uᵀ one from 0 in the order of the columns, and what is done
 * element by element is done as the formulas are written, {@code fma} where they say so. The first step
 * starts from states that are 0.
 *
 * <p>Arrays are flat. gates, dz and so on are [n][time][k·units], where row (s, t) belongs to step t of sample
 * s, U is [units][k·units] from p[u] on, the parts of a row stand in the order in which they are named;
 * previous is [n][time][units], the state h' that each step starts from; a, and da, are as the {@link
 * Recurrence} says.
 */
public interface RecurrentKernels {

    /**
     * A simple recurrent layer: z = x·W + b + h'·U, h = f(z), step after step.
     *
     * @param z [n][time][units]: comes in as x·W + b, to which h'·U, summed from 0, is added; leaves as what
     *     f's derivative is written in, h, or for {@code GELU}, {@code SILU} and {@code SOFTPLUS} z
     * @param f an activation of single elements
     * @param previous written: h'
     * @param a written: h
     */
    void rnn(Recurrence r, float[] z, float[] p, int u, Activation f, float slope, float[] previous, float[] a, int n);

    /** {@link #rnn} with the default slope. */
    default void rnn(Recurrence r, float[] z, float[] p, int u, Activation f, float[] previous, float[] a, int n) {
        rnn(r, z, p, u, f, f.defaultSlope(), previous, a, n);
    }

    /**
     * Backward through time: from the last step to the first dh = da + dh', the latter from the step after,
     * dz = dh·f′, dh' = dz·Uᵀ.
     *
     * @param kept z, as {@link #rnn} left it
     * @param dz written, [n][time][units]
     */
    void rnnGradient(
            Recurrence r, float[] kept, float[] p, int u, Activation f, float slope, float[] da, float[] dz, int n);

    /** {@link #rnnGradient} with the default slope. */
    default void rnnGradient(
            Recurrence r, float[] kept, float[] p, int u, Activation f, float[] da, float[] dz, int n) {
        rnnGradient(r, kept, p, u, f, f.defaultSlope(), da, dz, n);
    }

    /**
     * A gated recurrent unit, its gates z r and candidate m: s = h'·U + c, z = σ(x·W + b + s), r likewise, m =
     * tanh(fma(r, v, x·W + b)), each with its part of s, which is v for m; h = fma(z, h' − m, m), which is (1 − z)·m +
     * z·h'.
     *
     * @param gates [n][time][3·units]: come in as x·W + b, leave as z r m
     * @param u where U, [units][3·units], begins
     * @param c where the recurrent bias c, [3·units], from which s is summed, begins, or {@link DenseKernels#NO_BIAS}
     * @param candidate written, [n][time][units]: v
     * @param previous written: h'
     * @param a written: h
     */
    void gru(
            Recurrence r,
            float[] gates,
            float[] p,
            int u,
            int c,
            float[] candidate,
            float[] previous,
            float[] a,
            int n);

    /**
     * Backward through time: from the last step to the first dh = da + dh', the latter from the step after; dz =
     * dh·(h' − m)·(z·(1 − z)), dm = dh·(1 − z)·fma(−m, m, 1), dr = dm·v·(r·(1 − r)), each with respect to the sum
     * inside of σ or tanh; ds is dz, dr and dm·r side by side; dh' = fma(dh, z, ds·Uᵀ).
     *
     * @param gates as {@link #gru} left them, and so the two after them
     * @param dz written, [n][time][3·units]: dz dr dm side by side, the gradient with respect to x·W + b
     * @param dv written, [n][time][3·units]: ds, the gradient with respect to h'·U + c
     */
    void gruGradient(
            Recurrence r,
            float[] gates,
            float[] p,
            int u,
            float[] candidate,
            float[] previous,
            float[] da,
            float[] dz,
            float[] dv,
            int n);

    /**
     * A layer with long short-term memory, its gates i f g o: z = x·W + b + h'·U, i = σ(z), f = σ(z), g =
     * tanh(z), o = σ(z), each with its part of z, c = fma(f, c', i·g), h = o·tanh(c), step after step.
     *
     * @param gates [n][time][4·units]: come in as x·W + b, to which h'·U, summed from 0, is added; leave as i f g o
     * @param u where U, [units][4·units], begins
     * @param previous written: h'
     * @param c written, [n][time][units]: the memory after each step
     * @param a written: h
     */
    void lstm(Recurrence r, float[] gates, float[] p, int u, float[] previous, float[] c, float[] a, int n);

    /**
     * Backward through time: from the last step to the first dh = da + dh', the latter from the step after; do
     * = dh·tanh(c)·(o·(1 − o)), dc = fma(dh·o, fma(−tanh(c), tanh(c), 1), dc'), di = dc·g·(i·(1 − i)), df =
     * dc·c'·(f·(1 − f)), dg = dc·i·fma(−g, g, 1), each with respect to its z; for the step before dc' = dc·f and
     * dh' = dz·Uᵀ.
     *
     * @param gates as {@link #lstm} left them, and so c
     * @param dz written, [n][time][4·units]: di df dg do
     */
    void lstmGradient(Recurrence r, float[] gates, float[] p, int u, float[] c, float[] da, float[] dz, int n);

    /**
     * a = the rows of E that x names.
     *
     * @param x whole numbers from 0 to before the table's vocabulary, {@code count} of them
     * @param w where E, [vocabulary][dimensions], begins in p
     * @param a written, [count][dimensions]
     * @throws IllegalArgumentException if one of x isn't such a number
     */
    void embed(EmbeddingTable table, float[] x, float[] p, int w, float[] a, int count);

    /**
     * dE: each row is the sum from 0 of those rows of da whose x names it, in their order. What g held there
     * before is overwritten.
     *
     * @param x as {@link #embed} has read them
     */
    void embedGradient(EmbeddingTable table, float[] x, float[] da, float[] g, int w, int count);
}
