package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.Convolution;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.convolution.PooledConvolution;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Convolutions by the threads of a {@link Team}: each computes some of the samples, or the gradients of some of the
 * weights, as a single thread would, so the bits don't depend on the number of threads.
 */
public final class ParallelConvolutions implements ConvolutionKernels {

    private static final IndexedConvolution NONE = IndexedConvolution.of(1, 1, 1, 1, Window.of(1, 1));
    private static final IndexedPooledConvolution NONE_POOLED = IndexedPooledConvolution.of(NONE, 1, 1);

    private final Team team;
    private final ConvolutionLoops[] loops;
    private final Forward forward = new Forward();
    private final Gradient gradient = new Gradient();
    private final InputGradient inputGradient = new InputGradient();
    private final PooledForward pooledForward = new PooledForward();
    private final PooledWeightGradient pooledGradient = new PooledWeightGradient();
    private final PooledInputGradient pooledInputGradient = new PooledInputGradient();

    private ParallelConvolutions(Team team, Supplier<PatchSums> patches) {
        this.team = team;
        loops = new ConvolutionLoops[team.size()];
        Arrays.setAll(loops, member -> new ConvolutionLoops(patches.get()));
    }

    /** Convolutions in plain loops, which read the packed weights of this source, where it has any. */
    public static ConvolutionKernels plain(Team team, WeightSource weights) {
        return of(team, () -> new PlainPatchSums(weights));
    }

    /** Convolutions in loops of the Vector API. */
    public static ConvolutionKernels vector(Team team) {
        return of(team, VectorPatchSums::new);
    }

    /** Convolutions in plain loops until C2 has compiled those of the Vector API. */
    public static ConvolutionKernels tiered(Team team) {
        return of(team, () -> new TieredPatchSums(PatchWarmUp.OF_PROCESS));
    }

    static ConvolutionKernels of(Team team, Supplier<PatchSums> patches) {
        return team.size() == 1 ? new ConvolutionLoops(patches.get()) : new ParallelConvolutions(team, patches);
    }

    private final class Forward extends DividedJob {
        private IndexedConvolution layer = NONE;
        private float[] x = {};
        private float[] p = {};
        private float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(layer, x, p, a, from, to);
        }
    }

    private final class Gradient extends DividedJob {
        private IndexedConvolution layer = NONE;
        private float[] x = {};
        private float[] dz = {};
        private float[] g = {};
        private int n;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].gradient(layer, x, dz, g, n, from, to);
        }
    }

    private final class InputGradient extends DividedJob {
        private IndexedConvolution layer = NONE;
        private float[] dz = {};
        private float[] p = {};
        private float[] dx = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].inputGradient(layer, dz, p, dx, from, to);
        }
    }

    private final class PooledForward extends DividedJob {
        private IndexedPooledConvolution layer = NONE_POOLED;
        private float[] x = {};
        private float[] p = {};
        private float[] a = {};
        private float[] argmax = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(layer, x, p, a, argmax, from, to);
        }
    }

    private final class PooledWeightGradient extends DividedJob {
        private IndexedConvolution layer = NONE;
        private final PooledGradient dz = new PooledGradient();
        private float[] x = {};
        private float[] g = {};
        private int n;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].gradient(layer, dz, x, g, n, from, to);
        }
    }

    private final class PooledInputGradient extends DividedJob {
        private IndexedConvolution layer = NONE;
        private final PooledGradient dz = new PooledGradient();
        private float[] p = {};
        private float[] dx = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].inputGradient(layer, dz, p, dx, from, to);
        }
    }

    @Override
    public void forward(Convolution layer, float[] x, float[] p, float[] a, int n) {
        IndexedConvolution indexed = (IndexedConvolution) layer;
        forward.layer = indexed;
        forward.x = x;
        forward.p = p;
        forward.a = a;
        team.divide(forward, n, n * indexed.shape.multiplyAdds());
    }

    @Override
    public void gradient(Convolution layer, float[] x, float[] dz, float[] g, int n) {
        IndexedConvolution indexed = (IndexedConvolution) layer;
        gradient.layer = indexed;
        gradient.x = x;
        gradient.dz = dz;
        gradient.g = g;
        gradient.n = n;
        team.divide(gradient, ConvolutionLoops.parts(indexed), n * indexed.shape.multiplyAdds());
    }

    @Override
    public void inputGradient(Convolution layer, float[] dz, float[] p, float[] dx, int n) {
        IndexedConvolution indexed = (IndexedConvolution) layer;
        inputGradient.layer = indexed;
        inputGradient.dz = dz;
        inputGradient.p = p;
        inputGradient.dx = dx;
        team.divide(inputGradient, n, n * indexed.shape.multiplyAdds());
    }

    @Override
    public void forward(PooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) layer;
        pooledForward.layer = indexed;
        pooledForward.x = x;
        pooledForward.p = p;
        pooledForward.a = a;
        pooledForward.argmax = argmax;
        team.divide(pooledForward, n, n * indexed.convolution.shape.multiplyAdds());
    }

    @Override
    public void gradient(PooledConvolution layer, float[] x, float[] argmax, float[] dz, float[] g, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) layer;
        pooledGradient.layer = indexed.convolution;
        pooledGradient.dz.of(indexed.shape, argmax, dz);
        pooledGradient.x = x;
        pooledGradient.g = g;
        pooledGradient.n = n;
        team.divide(pooledGradient, ConvolutionLoops.parts(indexed), n * indexed.shape.gradientMultiplyAdds());
    }

    @Override
    public void inputGradient(PooledConvolution layer, float[] argmax, float[] dz, float[] p, float[] dx, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) layer;
        pooledInputGradient.layer = indexed.convolution;
        pooledInputGradient.dz.of(indexed.shape, argmax, dz);
        pooledInputGradient.p = p;
        pooledInputGradient.dx = dx;
        team.divide(pooledInputGradient, n, n * indexed.shape.gradientMultiplyAdds());
    }
}
