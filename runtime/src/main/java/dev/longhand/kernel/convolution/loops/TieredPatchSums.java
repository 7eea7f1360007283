package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.warmup.WarmUp;
import dev.longhand.kernel.weights.WeightSource;
import org.jspecify.annotations.Nullable;

/** Plain loops until C2 has compiled those that use vectors: both give the same bits. */
final class TieredPatchSums implements PatchSums {

    private final WarmUp warmUp;
    private final PatchSums vectors = new VectorPatchSums();

    /** Null, its scratch arrays freed, once the vector loops are fast. */
    private @Nullable PatchSums plain = new PlainPatchSums(new WeightSource());

    private long begun;

    TieredPatchSums(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void set(PatchMatrix a, Matrix b, Matrix start, Matrix c) {
        begin().set(a, b, start, c);
        end();
    }

    @Override
    public void addFilterGradients(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw) {
        begin().addFilterGradients(dz, at, x, first, end, dw);
        end();
    }

    @Override
    public void setTapGradients(
            PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw) {
        begin().setTapGradients(dz, at, x, group, tap, start, dw);
        end();
    }

    @Override
    public void addInputGradients(ConvolutionShape shape, float[] w, NonZeroGradients dz, int filter, float[] dx) {
        begin().addInputGradients(shape, w, dz, filter, dx);
        end();
    }

    @Override
    public void maxOfPools(PooledShape shape, float[] z, int pools, float[] a, float[] argmax, int at) {
        begin().maxOfPools(shape, z, pools, a, argmax, at);
        end();
    }

    @Override
    public boolean fusesPools(IndexedPooledConvolution layer, int images) {
        return (plain != null && plain.fusesPools(layer, images)) || vectors.fusesPools(layer, images);
    }

    @Override
    public void maxOfImages(
            IndexedPooledConvolution layer, PaddedImages x, float[] p, float[] a, float[] argmax, int at) {
        begin().maxOfImages(layer, x, p, a, argmax, at);
        end();
    }

    @Override
    public boolean fusesInputGradients(PooledShape shape) {
        return (plain != null && plain.fusesInputGradients(shape)) || vectors.fusesInputGradients(shape);
    }

    @Override
    public void setInputGradients(PooledGradient dz, float[] w, float[] dx, int from, int to) {
        begin().setInputGradients(dz, w, dx, from, to);
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
