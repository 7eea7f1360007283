package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.function.Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Passes with the Vector API; what is left of a row that doesn't fill a vector is computed number by number. */
final class VectorNormPasses implements NormPasses {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final int L = S.length();

    @Override
    public void add(ChannelValues rows, float[] x, int from, int to) {
        int width = rows.width;
        float[] sum = rows.sum;
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            int j = 0;
            for (; j <= count - L; j += L) {
                FloatVector.fromArray(S, sum, j)
                        .add(FloatVector.fromArray(S, x, i + j))
                        .intoArray(sum, j);
            }
            for (; j < count; j++) {
                sum[j] += x[i + j];
            }
        }
    }

    @Override
    public void addDeviations(ChannelValues rows, float[] x, int from, int to) {
        int width = rows.width;
        float[] mean = rows.mean;
        float[] sum = rows.sum;
        float[] squares = rows.productSum;
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            int j = 0;
            for (; j <= count - L; j += L) {
                FloatVector d = FloatVector.fromArray(S, x, i + j).sub(FloatVector.fromArray(S, mean, j));
                FloatVector.fromArray(S, sum, j).add(d).intoArray(sum, j);
                d.fma(d, FloatVector.fromArray(S, squares, j)).intoArray(squares, j);
            }
            for (; j < count; j++) {
                float d = x[i + j] - mean[j];
                sum[j] += d;
                squares[j] = Functions.fma(d, d, squares[j]);
            }
        }
    }

    @Override
    public void normalize(ChannelValues rows, float[] x, float[] a, int from, int to) {
        int width = rows.width;
        float[] mean = rows.mean;
        float[] inverse = rows.inverse;
        float[] scale = rows.scale;
        float[] shift = rows.shift;
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            int j = 0;
            for (; j <= count - L; j += L) {
                FloatVector.fromArray(S, x, i + j)
                        .sub(FloatVector.fromArray(S, mean, j))
                        .mul(FloatVector.fromArray(S, inverse, j))
                        .fma(FloatVector.fromArray(S, scale, j), FloatVector.fromArray(S, shift, j))
                        .intoArray(a, i + j);
            }
            for (; j < count; j++) {
                a[i + j] = Functions.fma((x[i + j] - mean[j]) * inverse[j], scale[j], shift[j]);
            }
        }
    }

    @Override
    public void addGradients(ChannelValues rows, float[] x, float[] da, int from, int to) {
        int width = rows.width;
        float[] mean = rows.mean;
        float[] inverse = rows.inverse;
        float[] sum = rows.sum;
        float[] products = rows.productSum;
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            int j = 0;
            for (; j <= count - L; j += L) {
                FloatVector d = FloatVector.fromArray(S, da, i + j);
                FloatVector.fromArray(S, sum, j).add(d).intoArray(sum, j);
                FloatVector.fromArray(S, x, i + j)
                        .sub(FloatVector.fromArray(S, mean, j))
                        .mul(FloatVector.fromArray(S, inverse, j))
                        .fma(d, FloatVector.fromArray(S, products, j))
                        .intoArray(products, j);
            }
            for (; j < count; j++) {
                float d = da[i + j];
                sum[j] += d;
                products[j] = Functions.fma(d, (x[i + j] - mean[j]) * inverse[j], products[j]);
            }
        }
    }

    @Override
    public void inputGradient(ChannelValues rows, float[] x, float[] da, float[] dx, int from, int to) {
        int width = rows.width;
        float[] mean = rows.mean;
        float[] inverse = rows.inverse;
        float[] scale = rows.scale;
        float[] dBetaMean = rows.dBetaMean;
        float[] dGammaMean = rows.dGammaMean;
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            int j = 0;
            for (; j <= count - L; j += L) {
                FloatVector rest = FloatVector.fromArray(S, da, i + j).sub(FloatVector.fromArray(S, dBetaMean, j));
                FloatVector.fromArray(S, x, i + j)
                        .sub(FloatVector.fromArray(S, mean, j))
                        .mul(FloatVector.fromArray(S, inverse, j))
                        .neg()
                        .fma(FloatVector.fromArray(S, dGammaMean, j), rest)
                        .mul(FloatVector.fromArray(S, scale, j))
                        .intoArray(dx, i + j);
            }
            for (; j < count; j++) {
                float xHat = (x[i + j] - mean[j]) * inverse[j];
                dx[i + j] = Functions.fma(-xHat, dGammaMean[j], da[i + j] - dBetaMean[j]) * scale[j];
            }
        }
    }
}
