package dev.longhand.kernel.convolution.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.weights.WeightSource;

/**
 * Sums over patches with the Vector API, in vectors of the species that {@link VectorProduct} uses; what is narrower
 * than a vector is left to the plain loops, which give the same bits.
 */
final class VectorPatchSums implements PatchSums {

    private static final int L = VectorPatchProduct.narrowest();

    private final PlainPatchSums plain = new PlainPatchSums(new WeightSource());
    private final VectorPatchProduct product = new VectorPatchProduct();
    private final VectorGridSums gridSums = new VectorGridSums();
    private final VectorGridGradients gridGradients = new VectorGridGradients(product);
    private final VectorFilterGradients filterGradients = new VectorFilterGradients();
    private final VectorTapGradients tapGradients = new VectorTapGradients();
    private final VectorNineTapPools nineTapPools = new VectorNineTapPools();

    @Override
    public void set(PatchMatrix a, Matrix b, Matrix start, Matrix c) {
        if (c.columns < L) {
            plain.set(a, b, start, c);
        } else if (a.grid != null && VectorGridSums.suits(a.grid, start)) {
            gridSums.set(a.grid, a, b, start, c);
        } else if (a.blocks != null && VectorGridGradients.HAS_REGISTERS) {
            gridGradients.set(a.blocks, a, b, start, c);
        } else {
            product.set(a, b, start, c);
        }
    }

    @Override
    public void addFilterGradients(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw) {
        filterGradients.add(dz, at, x, first, end, dw);
    }

    @Override
    public void setTapGradients(
            PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw) {
        if (dw.columns < L || dz.shape.poolSize() != 4) {
            plain.setTapGradients(dz, at, x, group, tap, start, dw);
        } else {
            tapGradients.set(dz, at, x, group, tap, start, dw);
        }
    }

    @Override
    public void addInputGradients(ConvolutionShape shape, float[] w, NonZeroGradients dz, int filter, float[] dx) {
        if (shape.run < L) {
            plain.addInputGradients(shape, w, dz, filter, dx);
        } else {
            VectorInputGradients.add(shape, w, dz, filter, dx);
        }
    }

    @Override
    public void maxOfPools(PooledShape shape, float[] z, int pools, float[] a, float[] argmax, int at) {
        if (shape.convolution.filters < L) {
            plain.maxOfPools(shape, z, pools, a, argmax, at);
        } else {
            VectorPoolMaxima.max(shape, z, pools, a, argmax, at);
        }
    }

    @Override
    public boolean fusesPools(IndexedPooledConvolution layer, int images) {
        if (VectorNineTapPools.suits(layer.shape)) {
            return layer.convolution.activation == Activation.RELU;
        }
        return layer.shape.convolution.groupFilters() < L && plain.fusesPools(layer, images);
    }

    @Override
    public void maxOfImages(
            IndexedPooledConvolution layer, PaddedImages x, float[] p, float[] a, float[] argmax, int at) {
        if (VectorNineTapPools.suits(layer.shape) && layer.convolution.activation == Activation.RELU) {
            nineTapPools.max(layer, x, p, a, argmax, at);
        } else {
            plain.maxOfImages(layer, x, p, a, argmax, at);
        }
    }

    @Override
    public boolean fusesInputGradients(PooledShape shape) {
        return shape.convolution.run < L && plain.fusesInputGradients(shape);
    }

    @Override
    public void setInputGradients(PooledGradient dz, float[] w, float[] dx, int from, int to) {
        plain.setInputGradients(dz, w, dx, from, to);
    }
}
