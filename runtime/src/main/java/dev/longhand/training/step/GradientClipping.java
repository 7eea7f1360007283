package dev.longhand.training.step;

/**
 * Limits gradients: first each of them to an absolute value, then all together to a Euclidean norm, as PyTorch's {@code
 * clip_grad_value_} and {@code clip_grad_norm_} do (Pascanu, Mikolov and Bengio, "On the difficulty of training
 * recurrent neural networks", 2013):
 *
 * <pre>
 * g ← max(−v, min(v, g))
 * g ← g · min(1, c / (‖g‖ + 1e-6))
 * </pre>
 *
 * <p>The norm is summed in double precision in a fixed order.
 */
final class GradientClipping {

    private static final double SMALL = 1e-6;

    private final Clipping limits;
    private final GradientBlocks blocks;
    private final float[] g;
    private final double[] squares;
    private final Runnable clipValues;
    private final Runnable sumSquares;
    private final Runnable scale;
    private double norm = Double.NaN;
    private float factor;

    /** Clips the gradients of an array in place. */
    GradientClipping(Clipping limits, GradientBlocks blocks, float[] g) {
        this.limits = limits;
        this.blocks = blocks;
        this.g = g;
        squares = new double[blocks.count()];
        clipValues = blocks.shared(this::clipValues);
        sumSquares = blocks.shared(this::sumSquares);
        scale = blocks.shared(this::scale);
    }

    /**
     * Clips.
     *
     * @return false if the norm is limited and not finite, because a gradient isn't
     */
    boolean run() {
        if (limits.hasNorm()) {
            norm = measureNorm();
            if (!Double.isFinite(norm)) {
                return false;
            }
        }
        if (limits.hasValue()) {
            clipValues.run();
        }
        if (limits.hasNorm()) {
            norm = limits.hasValue() ? measureNorm() : norm;
            double coefficient = limits.norm() / (norm + SMALL);
            if (coefficient < 1) {
                factor = (float) coefficient;
                scale.run();
            }
        }
        return true;
    }

    private double measureNorm() {
        sumSquares.run();
        double sum = 0;
        for (double block : squares) {
            sum += block;
        }
        return Math.sqrt(sum);
    }

    /** The norm before clipping, in the last step; NaN before the first, and without a limit. */
    double norm() {
        return norm;
    }

    private void clipValues(int first, int last) {
        float limit = (float) limits.value();
        for (int block = first; block < last; block++) {
            clip(g, blocks.from(block), blocks.to(block), limit);
        }
    }

    private static void clip(float[] g, int from, int to, float limit) {
        for (int i = from; i < to; i++) {
            g[i] = Math.max(-limit, Math.min(limit, g[i]));
        }
    }

    private void sumSquares(int first, int last) {
        for (int block = first; block < last; block++) {
            squares[block] = squares(g, blocks.from(block), blocks.to(block));
        }
    }

    /** Four sums, so that additions needn't wait for each other. */
    private static double squares(float[] g, int from, int to) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            sum0 += (double) g[i] * g[i];
            sum1 += (double) g[i + 1] * g[i + 1];
            sum2 += (double) g[i + 2] * g[i + 2];
            sum3 += (double) g[i + 3] * g[i + 3];
        }
        for (; i < to; i++) {
            sum0 += (double) g[i] * g[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    private void scale(int first, int last) {
        for (int block = first; block < last; block++) {
            scale(g, blocks.from(block), blocks.to(block), factor);
        }
    }

    private static void scale(float[] g, int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            g[i] *= factor;
        }
    }
}
