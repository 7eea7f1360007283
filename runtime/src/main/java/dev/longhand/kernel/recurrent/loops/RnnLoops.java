package dev.longhand.kernel.recurrent.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.function.loops.ActivationLoops;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link RecurrentKernels#rnn} and its gradient, for some of the samples. */
final class RnnLoops extends RecurrentLoops {

    private final ActivationLoops activations = new ActivationLoops();

    // Of the samples at one step, [rows][units].
    private float[] h = new float[0];
    private float[] z = new float[0];

    /** h'·U. */
    private float[] product = new float[0];

    // Backward, of the samples at one step, [rows][units].
    private float[] dh = new float[0];
    private float[] dz = new float[0];

    /** One step of da. */
    private float[] part = new float[0];

    /** One step of what the forward pass kept: h, or z. */
    private float[] value = new float[0];

    RnnLoops(Product product) {
        super(product);
    }

    /** The arrays of {@link RecurrentKernels#rnn}. */
    static final class Forward extends RecurrentJob {

        private final RnnLoops[] loops;
        float[] kept = {};
        float[] previous = {};
        float[] a = {};

        Forward(Team team, @Nullable SequenceSteps steps, RnnLoops[] loops) {
            super(team, steps, 1);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(this, from, to);
        }
    }

    /** The arrays of {@link RecurrentKernels#rnnGradient}. */
    static final class Gradient extends RecurrentJob {

        private final RnnLoops[] loops;
        float[] kept = {};
        float[] da = {};
        float[] dz = {};

        Gradient(Team team, @Nullable SequenceSteps steps, RnnLoops[] loops) {
            super(team, steps, 1);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].backward(this, from, to);
        }
    }

    void forward(Forward job, int from, int to) {
        Recurrence layer = job.layer;
        float[] kept = job.kept;
        float[] p = job.p;
        float[] previous = job.previous;
        float[] a = job.a;
        Activation f = layer.activation();
        float slope = layer.slope();
        int units = layer.units();
        int rows = to - from;
        int count = rows * units;
        int stride = layer.time() * units;
        h = atLeast(count, h);
        z = atLeast(count, z);
        product = atLeast(count, product);
        Arrays.fill(h, 0, count, 0);
        for (int t = 0; t < layer.time(); t++) {
            int at = from * stride + t * units;
            scatter(h, previous, at, stride, rows, units);
            gather(kept, at, stride, z, rows, units);
            if (t > 0) {
                multiply(layer, p, Kernels.NO_BIAS, h, product, rows, units);
                add(z, product, count);
            }
            activations.activate(f, slope, z, h, 0, count, units);
            scatter(keepsSums(f) ? z : h, kept, at, stride, rows, units);
            clear(job, t, h, 0, units, from, rows);
            store(job, t, h, a, from, rows);
        }
    }

    void backward(Gradient job, int from, int to) {
        Recurrence layer = job.layer;
        float[] kept = job.kept;
        float[] p = job.p;
        float[] da = job.da;
        Activation f = layer.activation();
        float slope = layer.slope();
        int units = layer.units();
        int rows = to - from;
        int count = rows * units;
        int stride = layer.time() * units;
        dh = atLeast(count, dh);
        dz = atLeast(count, dz);
        part = atLeast(count, part);
        value = atLeast(count, value);
        transpose(p, layer.weights(), units, units);
        Arrays.fill(dh, 0, count, 0);
        for (int t = layer.time() - 1; t >= 0; t--) {
            int at = from * stride + t * units;
            addGradient(job, t, da, part, dh, from, rows);
            gather(kept, at, stride, value, rows, units);
            activations.gradient(f, slope, value, dh, dz, 0, count);
            scatter(dz, job.dz, at, stride, rows, units);
            if (t > 0) {
                multiplyTransposed(job.dz, at, stride, dh, rows, units, units);
            }
        }
    }

    private static boolean keepsSums(Activation f) {
        return f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
    }
}
