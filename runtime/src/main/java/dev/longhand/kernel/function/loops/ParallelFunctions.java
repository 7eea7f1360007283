package dev.longhand.kernel.function.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;

/** The function kernels, each member of a {@link Team} computing some of the rows: the bits are those of one thread. */
public final class ParallelFunctions implements FunctionKernels {

    /** The multiply-adds that take about as long as e^x, of which most activation functions consist. */
    private static final int MULTIPLY_ADDS = 8;

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
        activate.f = f;
        activate.slope = slope;
        activate.z = z;
        activate.a = a;
        activate.units = units;
        team.divide(activate, n, multiplyAdds(n, units));
    }

    /** a = f(z) for a member's share of the rows. */
    private final class Activate extends DividedJob {

        Activation f = Activation.IDENTITY;
        float slope;
        float[] z = {};
        float[] a = {};
        int units;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].activate(f, slope, z, a, from * units, to * units, units);
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
        team.divide(gradient, n, multiplyAdds(n, units));
    }

    /** dz = da·f′ for a member's share of the rows. */
    private final class ActivationGradient extends DividedJob {

        Activation f = Activation.IDENTITY;
        float slope;
        float[] kept = {};
        float[] da = {};
        float[] dz = {};
        int units;

        @Override
        protected void compute(int member, int from, int to) {
            if (f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX) {
                loops[member].softmaxGradient(f, kept, da, dz, from * units, to * units, units);
            } else {
                loops[member].gradient(f, slope, kept, da, dz, from * units, to * units);
            }
        }
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = x[i] * m[i];
        }
    }

    private static long multiplyAdds(int n, int units) {
        return (long) MULTIPLY_ADDS * n * units;
    }
}
