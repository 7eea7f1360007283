package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link RecurrentKernels#lstm} and its gradient, for some of the samples. */
final class LstmLoops extends RecurrentLoops {

    private final Cells cells;
    private final Cells.LstmStep step = new Cells.LstmStep();

    /** One step of da, [rows][units]. */
    private float[] part = new float[0];

    LstmLoops(Product product, Cells cells) {
        super(product);
        this.cells = cells;
    }

    /** The arrays of {@link RecurrentKernels#lstm}. */
    static final class Forward extends RecurrentJob {

        private final LstmLoops[] loops;
        float[] gates = {};
        float[] previous = {};
        float[] c = {};
        float[] a = {};

        Forward(Team team, @Nullable SequenceSteps steps, LstmLoops[] loops) {
            super(team, steps, 4);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(this, from, to);
        }
    }

    /** The arrays of {@link RecurrentKernels#lstmGradient}. */
    static final class Gradient extends RecurrentJob {

        private final LstmLoops[] loops;
        float[] gates = {};
        float[] c = {};
        float[] da = {};
        float[] dz = {};

        Gradient(Team team, @Nullable SequenceSteps steps, LstmLoops[] loops) {
            super(team, steps, 4);
            this.loops = loops;
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
        step.c = job.c;
        step.v = atLeast(4 * count, step.v);
        step.h = atLeast(count, step.h);
        Arrays.fill(step.h, 0, count, 0);
        Arrays.fill(step.v, 0, 4 * count, 0);
        for (int t = 0; t < layer.time(); t++) {
            step.at = from * step.stride + t * units;
            step.isFirst = t == 0;
            scatter(step.h, job.previous, step.at, step.stride, rows, units);
            if (t > 0) {
                multiply(layer, job.p, Kernels.NO_BIAS, step.h, step.v, rows, 4 * units);
            }
            cells.lstm(step);
            clear(job, t, step.c, step.at, step.stride, from, rows);
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
        step.c = job.c;
        step.dz = job.dz;
        step.dh = atLeast(count, step.dh);
        step.dc = atLeast(count, step.dc);
        step.dcBefore = atLeast(count, step.dcBefore);
        part = atLeast(count, part);
        transpose(job.p, layer.weights(), units, 4 * units);
        Arrays.fill(step.dh, 0, count, 0);
        Arrays.fill(step.dc, 0, count, 0);
        for (int t = layer.time() - 1; t >= 0; t--) {
            step.at = from * step.stride + t * units;
            step.isFirst = t == 0;
            addGradient(job, t, job.da, part, step.dh, from, rows);
            clear(job, t, step.dc, 0, units, from, rows);
            cells.lstmGradient(step);
            if (t > 0) {
                multiplyTransposed(job.dz, 4 * step.at, 4 * step.stride, step.dh, rows, units, 4 * units);
                float[] dc = step.dc;
                step.dc = step.dcBefore;
                step.dcBefore = dc;
            }
        }
    }
}
