package dev.longhand.kernel.recurrent;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.function.ActivationLoops;
import dev.longhand.kernel.matrix.Product;
import java.util.Arrays;

/** The steps of {@link RecurrentKernels#rnn} for some of the samples. */
final class RnnLoops extends RecurrentLoops {

    private final ActivationLoops activations = new ActivationLoops();

    /** The states, and while going back their gradients, of the samples at one step, [rows][units]. */
    private float[] h = new float[0];

    private float[] z = new float[0];
    private float[] v = new float[0];

    RnnLoops(Product product) {
        super(product);
    }

    private void reserve(int count) {
        h = atLeast(count, h);
        z = atLeast(count, z);
        v = atLeast(count, v);
    }

    void forward(
            Recurrence r,
            float[] kept,
            float[] p,
            int u,
            Activation f,
            float slope,
            float[] previous,
            float[] a,
            int from,
            int to) {
        int units = r.units();
        int rows = to - from;
        int count = rows * units;
        int stride = r.time() * units;
        reserve(count);
        Arrays.fill(h, 0, count, 0);
        for (int t = 0; t < r.time(); t++) {
            int at = from * stride + t * units;
            scatter(h, previous, at, stride, rows, units);
            gather(kept, at, stride, z, rows, units);
            if (t > 0) {
                multiply(h, p, u, DenseKernels.NO_BIAS, v, rows, units, units);
                add(z, v, count);
            }
            activations.activate(f, slope, z, h, 0, count, units);
            scatter(keepsSums(f) ? z : h, kept, at, stride, rows, units);
            if (r.returns(t)) {
                scatter(h, a, r.at(from, t), r.stride(), rows, units);
            }
        }
    }

    void backward(
            Recurrence r,
            float[] kept,
            float[] p,
            int u,
            Activation f,
            float slope,
            float[] da,
            float[] dz,
            int from,
            int to) {
        int units = r.units();
        int rows = to - from;
        int count = rows * units;
        int stride = r.time() * units;
        reserve(count);
        turn(p, u, units, units);
        Arrays.fill(h, 0, count, 0);
        for (int t = r.time() - 1; t >= 0; t--) {
            int at = from * stride + t * units;
            if (r.returns(t)) {
                gather(da, r.at(from, t), r.stride(), v, rows, units);
                add(h, v, count);
            }
            gather(kept, at, stride, z, rows, units);
            activations.gradient(f, slope, z, h, v, 0, count);
            scatter(v, dz, at, stride, rows, units);
            if (t > 0) {
                multiplyTurned(v, h, rows, units, units);
            }
        }
    }

    private static boolean keepsSums(Activation f) {
        return f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
    }
}
