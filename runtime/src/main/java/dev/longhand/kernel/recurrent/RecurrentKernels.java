package dev.longhand.kernel.recurrent;

/**
 * Recurrent layers, step by step through time, for one calling thread.
 *
 * <p>Only what depends on the step before is computed here. x·W + b of all steps at once, its gradients, and dU
 * from the states and dz of all steps at once are products of a dense layer, with the n·time steps as rows.
 *
 * <p>All implementations give the same bits. h'·U is a sequence of fused multiply-adds in the order of the states,
 * from the stated start; dh' = dz·Uᵀ is one in the order of the columns, from 0. Elementwise formulas are
 * evaluated as written, with {@code fma} where they say so. The states before the first step are 0.
 *
 * <p>Arrays are flat. gates, dz and so on are [n][time][k·units], where row (s, t) belongs to step t of sample s and
 * consists of k parts in the order in which they are named; U is [units][k·units]. The array previous is
 * [n][time][units], the states h' before each step. The shape of a and da, the offsets of U and c in p, and f are
 * those of the {@link Recurrence}.
 */
public interface RecurrentKernels {

    /**
     * These kernels for samples with masked steps. A sequence begins at its first step with states of 0, and its last
     * state is the one after its last step. At masked steps a of a sequence, h', and all gradients are 0. Each sequence
     * gives the bits that it would give without padding.
     *
     * @param steps the steps of each sample that aren't masked, read at each call
     */
    RecurrentKernels within(SequenceSteps steps);

    /**
     * A simple recurrent layer: z = x·W + b + h'·U, h = f(z), step by step.
     *
     * @param kept [n][time][units]: before, x·W + b, to which h'·U, summed from 0, is added; after, what the
     *     derivative of f is computed from: h, or z for {@code GELU}, {@code SILU} and {@code SOFTPLUS}
     * @param previous written: h'
     * @param a written: h
     */
    void rnn(Recurrence layer, float[] kept, float[] p, float[] previous, float[] a, int n);

    /**
     * Backward through time, from the last step to the first: dh = da + dh', where dh' comes from the step after, dz
     * = dh·f′, dh' = dz·Uᵀ.
     *
     * @param kept as {@link #rnn} wrote it
     * @param dz written, [n][time][units]
     */
    void rnnGradient(Recurrence layer, float[] kept, float[] p, float[] da, float[] dz, int n);

    /**
     * A gated recurrent unit with an update gate u, a reset gate r and a candidate m. With s = x·W + b = (su, sr, sm)
     * and v = h'·U + c = (vu, vr, vm): u = σ(su + vu), r = σ(sr + vr), m = tanh(fma(r, vm, sm)), and h = fma(u, h' −
     * m, m), which is (1 − u)·m + u·h'.
     *
     * @param gates [n][time][3·units]: before, x·W + b; after, u r m
     * @param vm written, [n][time][units]
     * @param previous written: h'
     * @param a written: h
     */
    void gru(Recurrence layer, float[] gates, float[] p, float[] vm, float[] previous, float[] a, int n);

    /**
     * The gradient of a {@link #gru}, given the arrays that its forward pass wrote: in two calls, so that neither has
     * too many arguments to read. The next call reuses the returned object.
     */
    GruGradient gruGradient(Recurrence layer, float[] gates, float[] vm, float[] previous);

    /** The gradient of a gated recurrent unit. */
    @FunctionalInterface
    interface GruGradient {

        /**
         * Backward through time, from the last step to the first: dh = da + dh', where dh' comes from the step
         * after. The gradients of the sums inside σ and tanh are, for the update gate dzu = dh·(h' − m)·(u·(1 −
         * u)), for the candidate dzm = dh·(1 − u)·fma(−m, m, 1) and for the reset gate dzr = dzm·vm·(r·(1 − r)). With
         * dv = (dzu, dzr, dzm·r), dh' = fma(dh, u, dv·Uᵀ).
         *
         * @param dz written, [n][time][3·units]: dzu dzr dzm, the gradient of x·W + b
         * @param dv written, [n][time][3·units]: dzu dzr dzm·r, the gradient of h'·U + c
         */
        void run(float[] p, float[] da, float[] dz, float[] dv, int n);
    }

    /**
     * A layer with long short-term memory c, an input gate i, a forget gate f, a candidate g and an output gate o.
     * With z = x·W + b + h'·U, whose parts belong to i, f, g and o: i = σ(z), f = σ(z), g = tanh(z), o = σ(z), c =
     * fma(f, c', i·g), h = o·tanh(c), step by step.
     *
     * @param gates [n][time][4·units]: before, x·W + b, to which h'·U, summed from 0, is added; after, i f g o
     * @param previous written: h'
     * @param c written, [n][time][units]: the memory after each step
     * @param a written: h
     */
    void lstm(Recurrence layer, float[] gates, float[] p, float[] previous, float[] c, float[] a, int n);

    /**
     * Backward through time, from the last step to the first: dh = da + dh', where dh' and dc' come from the step
     * after, and dc = fma(dh·o, fma(−tanh(c), tanh(c), 1), dc'). The gradients of the parts of z are do =
     * dh·tanh(c)·(o·(1 − o)), di = dc·g·(i·(1 − i)), df = dc·c'·(f·(1 − f)) and dg = dc·i·fma(−g, g, 1). For the step
     * before, dc' = dc·f and dh' = dz·Uᵀ.
     *
     * @param gates as {@link #lstm} wrote them
     * @param c as {@link #lstm} wrote it
     * @param dz written, [n][time][4·units]: di df dg do
     */
    void lstmGradient(Recurrence layer, float[] gates, float[] p, float[] c, float[] da, float[] dz, int n);
}
