package dev.longhand.kernel.recurrent.loops;

/**
 * The elementwise formulas of gated recurrent layers at one step, for the samples of one thread. All implementations
 * give the same bits. An instance serves one thread.
 *
 * <p>Arrays called strided are those of all steps, [n][time][k·units]: row r of this step begins at k·(at + r·stride).
 * The others are those of this step, [rows][k·units].
 */
interface Cells {

    /** Where the samples of a step are in the strided arrays, and the arrays that both gated layers have. */
    abstract class Step {
        int rows;
        int units;
        int at;
        int stride;

        /** Strided: the gates. */
        float[] gates = {};

        /** h'·U, without or with its bias. */
        float[] v = {};

        /** h. */
        float[] h = {};

        /** dh of this step. */
        float[] dh = {};

        /** Strided: the gradient of x·W + b. */
        float[] dz = {};
    }

    /** A step of a layer with long short-term memory. */
    final class LstmStep extends Step {

        /** Whether this is step 0, before which c is 0. */
        boolean isFirst;

        /** Strided: c. */
        float[] c = {};

        /** The part of dc that comes from the step after. */
        float[] dc = {};

        /** The part of dc that this step gives to the step before. */
        float[] dcBefore = {};
    }

    /** A step of a gated recurrent unit. */
    final class GruStep extends Step {

        /** Strided: the part of h'·U + c that belongs to the candidate. */
        float[] vm = {};

        /** Strided: h'. */
        float[] previous = {};

        /** Strided: the gradient of h'·U + c. */
        float[] dv = {};

        /** dv·Uᵀ, the part of dh that the step before gets through v. */
        float[] product = {};

        /** dh of the step before, without its da. */
        float[] dhBefore = {};
    }

    /** From x·W + b in gates, and v: i f g o in gates, then c and h. */
    void lstm(LstmStep step);

    /** From dh and dc: dz and dcBefore. */
    void lstmGradient(LstmStep step);

    /** From x·W + b in gates, and v: u r m in gates, then vm and h. */
    void gru(GruStep step);

    /** From dh: dz and dv. */
    void gruGradient(GruStep step);

    /** dhBefore = fma(dh, u, product). */
    void gruStateGradient(GruStep step);
}
