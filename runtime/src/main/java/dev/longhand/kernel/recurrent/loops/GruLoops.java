package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link RecurrentKernels#gru} and its gradient, for some of the samples: update gate u, reset gate r, candidate m. */
final class GruLoops extends RecurrentLoops {

    private final Cells cells;
    private final Cells.GruStep step = new Cells.GruStep();

    /** One step of da, [rows][units]. */
    private float[] part = new float[0];

    GruLoops(Product product, Cells cells) {
        super(product);
        this.cells = cells;
    }

    /** The arrays of {@link RecurrentKernels#gru}. */
    static final class Forward extends RecurrentJob {

        private final GruLoops[] loops;
        float[] gates = {};
        float[] vm = {};
        float[] previous = {};
        float[] a = {};

        Forward(Team team, @Nullable SequenceSteps steps, GruLoops[] loops) {
            super(team, steps, 3);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(this, from, to);
        }
    }

    /** The arrays of {@link RecurrentKernels#gruGradient}. */
    static final class Gradient extends RecurrentJob implements RecurrentKernels.GruGradient {

        private final GruLoops[] loops;
        float[] gates = {};
        float[] vm = {};
        float[] previous = {};
        float[] da = {};
        float[] dz = {};
        float[] dv = {};

        Gradient(Team team, @Nullable SequenceSteps steps, GruLoops[] loops) {
            super(team, steps, 3);
            this.loops = loops;
        }

        @Override
        public void run(float[] p, float[] da, float[] dz, float[] dv, int n) {
            this.da = da;
            this.dz = dz;
            this.dv = dv;
            start(layer, p, n);
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].backward(this, from, to);
        }
    }

    void forward(Forward job, int from, int to) {
        Recurrence layer = job.layer;
        int units = layer.units();
        int rows = to - from;
        int count = rows * units;
        begin(step, layer, rows);
        step.gates = job.gates;
        step.vm = job.vm;
        step.previous = job.previous;
        step.v = atLeast(3 * count, step.v);
        step.h = atLeast(count, step.h);
        Arrays.fill(step.h, 0, count, 0);
        for (int t = 0; t < layer.time(); t++) {
            step.at = from * step.stride + t * units;
            scatter(step.h, job.previous, step.at, step.stride, rows, units);
            multiply(layer, job.p, layer.bias(), step.h, step.v, rows, 3 * units);
            cells.gru(step);
            clear(job, t, step.h, 0, units, from, rows);
            store(job, t, step.h, job.a, from, rows);
        }
    }

    void backward(Gradient job, int from, int to) {
        Recurrence layer = job.layer;
        int units = layer.units();
        int rows = to - from;
        int count = rows * units;
        begin(step, layer, rows);
        step.gates = job.gates;
        step.vm = job.vm;
        step.previous = job.previous;
        step.dz = job.dz;
        step.dv = job.dv;
        step.dh = atLeast(count, step.dh);
        step.dhBefore = atLeast(count, step.dhBefore);
        step.product = atLeast(count, step.product);
        part = atLeast(count, part);
        transpose(job.p, layer.weights(), units, 3 * units);
        Arrays.fill(step.dh, 0, count, 0);
        for (int t = layer.time() - 1; t >= 0; t--) {
            step.at = from * step.stride + t * units;
            addGradient(job, t, job.da, part, step.dh, from, rows);
            cells.gruGradient(step);
            if (t > 0) {
                multiplyTransposed(job.dv, 3 * step.at, 3 * step.stride, step.product, rows, units, 3 * units);
                cells.gruStateGradient(step);
                float[] dh = step.dh;
                step.dh = step.dhBefore;
                step.dhBefore = dh;
            }
        }
    }
}
