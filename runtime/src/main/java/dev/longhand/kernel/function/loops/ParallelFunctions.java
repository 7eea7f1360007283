package dev.longhand.kernel.function.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;

/** The function kernels, each member of a {@link Team} computing some of the rows: the bits are those of one thread. */
public final class ParallelFunctions implements FunctionKernels {

    /** With fewer elements, waking a thread costs more than it saves. */
    private static final int SMALL_JOB = 2_500;

    private final Team team;
    private final ActivationLoops[] loops;
    private final Activate activate = new Activate();
    private final ActivationGradient gradient = new ActivationGradient();

    public ParallelFunctions(Team team) {
        this.team = team;
        loops = new ActivationLoops[team.size()];
        Arrays.setAll(loops, member -> new ActivationLoops());
    }

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        if (isSmall(n, units)) {
            loops[0].activate(f, slope, z, a, 0, n * units, units);
            return;
        }
        activate.f = f;
        activate.slope = slope;
        activate.z = z;
        activate.a = a;
        activate.n = n;
        activate.units = units;
        team.run(activate);
    }

    /** a = f(z) for a member's share of the rows. */
    private final class Activate implements Team.Job {

        Activation f = Activation.IDENTITY;
        float slope;
        float[] z = {};
        float[] a = {};
        int n;
        int units;

        @Override
        public void run(int member) {
            int from = units * Team.share(n, member, loops.length);
            int to = units * Team.share(n, member + 1, loops.length);
            loops[member].activate(f, slope, z, a, from, to, units);
        }
    }

    @Override
    public void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        gradient.f = f;
        gradient.slope = slope;
        gradient.kept = kept;
        gradient.da = da;
        gradient.dz = dz;
        gradient.units = units;
        if (isSmall(n, units)) {
            gradient.run(0, 0, n * units);
            return;
        }
        gradient.n = n;
        team.run(gradient);
    }

    /** dz = da·f′ for a member's share of the rows. */
    private final class ActivationGradient implements Team.Job {

        Activation f = Activation.IDENTITY;
        float slope;
        float[] kept = {};
        float[] da = {};
        float[] dz = {};
        int n;
        int units;

        @Override
        public void run(int member) {
            int from = units * Team.share(n, member, loops.length);
            int to = units * Team.share(n, member + 1, loops.length);
            run(member, from, to);
        }

        void run(int member, int from, int to) {
            if (f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX) {
                loops[member].softmaxGradient(f, kept, da, dz, from, to, units);
            } else {
                loops[member].gradient(f, slope, kept, da, dz, from, to);
            }
        }
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = x[i] * m[i];
        }
    }

    private boolean isSmall(int n, int units) {
        return loops.length == 1 || (long) n * units < SMALL_JOB;
    }
}
