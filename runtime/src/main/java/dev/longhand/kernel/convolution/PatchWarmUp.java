package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.warmup.WarmUp;

/** Sums over patches that together take every way through the loops, for vectors of 4 to 16 floats. */
public final class PatchWarmUp implements WarmUp.Exercise {

    /** The warm-up of this process's vector convolutions; it starts only where a network convolves. */
    public static final WarmUp OF_PROCESS =
            new WarmUp(WarmUp.PATIENCE_NANOS, () -> new PatchWarmUp(new VectorPatchSums()));

    private static final int[] FILTERS = {4, 8, 12, 16, 24, 32, 48, 64};
    private static final int[] ROWS = {1, 5, 6, 7, 10, 144};
    private static final int SIZE = 20;
    private static final int CHANNELS = 16;
    private static final int MOST = SIZE * SIZE * 64;

    private final PatchSums patches;
    private final float[] x = new float[MOST];
    private final float[] weights = new float[16 * CHANNELS * 64];
    private final float[] sums = new float[MOST];
    private final float[] maxima = new float[MOST];
    private final float[] codes = new float[MOST];
    private final Matrix right = new Matrix();
    private final Matrix to = new Matrix();
    private final NonZeroGradients list = new NonZeroGradients();

    PatchWarmUp(PatchSums patches) {
        this.patches = patches;
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 4;
        }
    }

    @Override
    public boolean isFast() {
        boolean fast = true;
        for (int filters : FILTERS) {
            fast &= isFast(filters, 3, 2);
            fast &= isFast(filters, 4, 3);
            fast &= filters < 16 || isFastInGray(filters);
        }
        return fast;
    }

    private boolean isFastInGray(int filters) {
        PooledConvolution c = PooledConvolution.of(Convolution.of(SIZE, SIZE, 1, filters, Window.of(3, 3)), 2, 2);
        long start = System.nanoTime();
        patches.maxOfImages(c, x, 0, SIZE * SIZE, 2, weights, 0, 0, Activation.RELU, 0, maxima, codes, 0);
        return 2.0 * c.pixels.length * c.convolution.weightsOfFilter() * filters
                > WarmUp.FAST * (System.nanoTime() - start);
    }

    private boolean isFast(int filters, int kernel, int pool) {
        Convolution c = Convolution.of(SIZE, SIZE, CHANNELS, filters, Window.of(kernel, kernel));
        PooledConvolution pooled = PooledConvolution.of(c, pool, pool);
        double multiplyAdds = 0;
        long start = System.nanoTime();
        right.of(weights, 0, c.taps.length, filters);
        for (int rows : ROWS) {
            to.of(sums, 0, rows, filters);
            patches.set(x, 0, pooled.pixels, 0, c.taps, right, weights, 0, 0, to);
            multiplyAdds += (double) rows * c.taps.length * filters;
        }
        patches.maxOfPools(x, pooled.pools(), pool * pool, filters, maxima, codes, 0);
        for (int rows : new int[] {1, 4, 9}) {
            to.of(sums, 0, rows, filters);
            patches.addPools(pooled, 0, x, 0, 0, maxima, codes, 0, x, to);
            multiplyAdds += (double) rows * pooled.pixels.length * filters;
        }
        list.list(pooled, codes, x, 0, 0, filters);
        for (int f = 0; f < filters; f++) {
            patches.addPatches(pooled, f, f + 1, x, 0, x, codes, 0, maxima);
            patches.addToPatches(weights, 0, c.runs, c.run, list, f, sums, 0);
            multiplyAdds += 2.0 * (list.to(f) - list.from(f)) * c.taps.length;
        }
        return multiplyAdds > WarmUp.FAST * (System.nanoTime() - start);
    }
}
