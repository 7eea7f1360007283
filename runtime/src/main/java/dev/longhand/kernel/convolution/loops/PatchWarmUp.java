package dev.longhand.kernel.convolution.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.warmup.WarmUp;

/** Runs every loop of a vector implementation until C2 has compiled it, for vectors of 4 to 16 floats. */
final class PatchWarmUp implements WarmUp.Workload {

    /** The warm-up of this process's vector convolutions; it starts with the first network that has any. */
    static final WarmUp OF_PROCESS = new WarmUp(WarmUp.PATIENCE_NANOS, () -> new PatchWarmUp(new VectorPatchSums()));

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
    private final float[] argmax = new float[MOST];
    private final PaddedImages images = new PaddedImages();
    private final PooledGradient dz = new PooledGradient();
    private final PatchMatrix left = new PatchMatrix();
    private final Matrix right = new Matrix();
    private final Matrix start = new Matrix();
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
            fast &= filters < 16 || isFastOnGrey(filters);
            fast &= isFastOnGrid(filters, 5) & isFastOnGrid(filters, 18);
        }
        return fast;
    }

    private boolean isFastOnGrey(int filters) {
        IndexedPooledConvolution layer = IndexedPooledConvolution.of(
                IndexedConvolution.of(SIZE, SIZE, 1, filters, Window.of(3, 3))
                        .bias(0)
                        .activation(Activation.RELU),
                2,
                2);
        images.of(layer.convolution.shape, x, 0, 2);
        long start = System.nanoTime();
        patches.maxOfImages(layer, images, weights, maxima, argmax, 0);
        return 2.0 * layer.shape.pixels.length * layer.convolution.shape.taps.length * filters
                > WarmUp.FAST * (System.nanoTime() - start);
    }

    private boolean isFastOnGrid(int filters, int rows) {
        ConvolutionShape shape = new ConvolutionShape(rows + 2, SIZE, CHANNELS, filters, 1, Window.of(3, 3));
        int pixels = shape.pixels.length;
        int taps = shape.taps.length;
        long begun = System.nanoTime();
        patches.set(
                left.of(x, 0, shape.pixels, 0, shape.taps).patchesOf(shape.grid),
                right.of(weights, 0, taps, filters),
                start.of(weights, 0, pixels, filters, 0),
                to.of(sums, 0, pixels, filters));
        int[] order = shape.blocks == null ? shape.taps : shape.blocks.taps;
        patches.set(
                left.of(x, 0, order, 0, shape.pixels).tapsOf(shape.blocks),
                right.of(maxima, 0, pixels, filters),
                start.of(weights, 0, taps, filters),
                to.of(sums, 0, taps, filters));
        return 2.0 * pixels * taps * filters > WarmUp.FAST * (System.nanoTime() - begun);
    }

    private boolean isFast(int filters, int kernel, int pool) {
        ConvolutionShape shape = new ConvolutionShape(SIZE, SIZE, CHANNELS, filters, 1, Window.of(kernel, kernel));
        PooledShape pooled = new PooledShape(shape, pool, pool);
        double multiplyAdds = 0;
        images.of(shape, x, 0, 1);
        long begun = System.nanoTime();
        left.of(x, 0, pooled.pixels, 0, shape.taps);
        right.of(weights, 0, shape.taps.length, filters);
        for (int rows : ROWS) {
            patches.set(left, right, start.of(weights, 0, rows, filters, 0), to.of(sums, 0, rows, filters));
            multiplyAdds += (double) rows * shape.taps.length * filters;
        }
        patches.maxOfPools(pooled, x, pooled.pools(), maxima, argmax, 0);
        dz.of(pooled, argmax, maxima);
        for (int rows : new int[] {1, 4, 9}) {
            start.of(x, 0, rows, filters);
            patches.setTapGradients(dz, 0, images, 0, 0, start, to.of(sums, 0, rows, filters));
            multiplyAdds += (double) rows * pooled.pixels.length * filters;
        }
        dz.of(pooled, argmax, x);
        for (int f = 0; f < filters; f++) {
            list.list(dz, 0, f);
            patches.addFilterGradients(dz, 0, images, f, f + 1, maxima);
            patches.addInputGradients(shape, weights, list, f, sums);
            multiplyAdds += 2.0 * (list.to(f) - list.from(f)) * shape.taps.length;
        }
        return multiplyAdds > WarmUp.FAST * (System.nanoTime() - begun);
    }
}
