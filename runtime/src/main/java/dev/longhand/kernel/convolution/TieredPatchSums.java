package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.warmup.WarmUp;
import org.jspecify.annotations.Nullable;

/** The plain loops over patches until those that use vectors are fast: both give the same bits. */
public final class TieredPatchSums implements PatchSums {

    private final WarmUp warmUp;
    private final PatchSums vectors = new VectorPatchSums();

    /** Gone with its copies once it isn't needed any more. */
    private @Nullable PatchSums plain = new PlainPatchSums();

    private long begun;

    public TieredPatchSums(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void set(
            float[] x,
            int at,
            int[] rows,
            int first,
            int[] columns,
            Matrix b,
            float[] start,
            int startAt,
            int startStride,
            Matrix c) {
        begin().set(x, at, rows, first, columns, b, start, startAt, startStride, c);
        end();
    }

    @Override
    public void addPatches(
            PooledConvolution c,
            int first,
            int end,
            float[] x,
            int at,
            float[] dz,
            float[] winners,
            int from,
            float[] sum) {
        begin().addPatches(c, first, end, x, at, dz, winners, from, sum);
        end();
    }

    @Override
    public void addToPatches(
            float[] w, int from, int[] runs, int run, NonZeroGradients list, int filter, float[] dx, int at) {
        begin().addToPatches(w, from, runs, run, list, filter, dx, at);
        end();
    }

    @Override
    public void maxOfPools(float[] z, int pools, int poolSize, int filters, float[] a, float[] winners, int to) {
        begin().maxOfPools(z, pools, poolSize, filters, a, winners, to);
        end();
    }

    @Override
    public boolean takesImages(PooledConvolution c, Activation f, int images) {
        return plain != null && plain.takesImages(c, f, images) || vectors.takesImages(c, f, images);
    }

    @Override
    public void maxOfImages(
            PooledConvolution c,
            float[] x,
            int at,
            int stride,
            int images,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int to) {
        begin().maxOfImages(c, x, at, stride, images, p, w, b, f, slope, a, winners, to);
        end();
    }

    @Override
    public boolean takesInputGradients(PooledConvolution c) {
        return plain != null && plain.takesInputGradients(c) || vectors.takesInputGradients(c);
    }

    @Override
    public void inputGradientOfImages(
            PooledConvolution c, float[] winners, float[] dz, float[] w, float[] dx, int from, int to) {
        begin().inputGradientOfImages(c, winners, dz, w, dx, from, to);
        end();
    }

    @Override
    public void addPools(
            PooledConvolution c,
            int group,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            Matrix sums) {
        begin().addPools(c, group, x, at, tap, dz, winners, from, start, sums);
        end();
    }

    private PatchSums begin() {
        if (plain == null || warmUp.isDone()) {
            plain = null;
            return vectors;
        }
        begun = System.nanoTime();
        return plain;
    }

    private void end() {
        if (plain != null) {
            warmUp.spent(System.nanoTime() - begun);
        }
    }
}
