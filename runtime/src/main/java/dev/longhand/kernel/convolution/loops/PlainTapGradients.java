package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.matrix.Matrix;

/** dW of taps of a pooled convolution in plain loops over the gradients that aren't 0. */
final class PlainTapGradients {

    private static final int TILE = 3;

    private final NonZeroGradients list = new NonZeroGradients();
    private float[] x = {};
    private int[] taps = {};
    private int at;
    private Matrix start = new Matrix();
    private Matrix dw = start;

    /** {@link PatchSums#setTapGradients}. */
    void set(PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw) {
        ConvolutionShape convolution = dz.shape.convolution;
        this.x = x.values;
        this.at = x.at + group * convolution.groupChannels();
        this.start = start;
        this.dw = dw;
        taps = convolution.taps;
        for (int f = 0; f < dw.columns; f++) {
            int filter = group * dw.columns + f;
            list.list(dz, at, filter);
            int row = 0;
            for (; row + TILE <= dw.rows; row += TILE) {
                setThree(tap + row, filter, row, f);
            }
            for (; row < dw.rows; row++) {
                setOne(tap + row, filter, row, f);
            }
        }
    }

    private void setThree(int tap, int filter, int row, int column) {
        float[] x = this.x;
        int x0 = at + taps[tap];
        int x1 = at + taps[tap + 1];
        int x2 = at + taps[tap + 2];
        int from = start.at(row, column);
        float sum0 = start.values[from];
        float sum1 = start.values[from + start.rowStride];
        float sum2 = start.values[from + 2 * start.rowStride];
        int[] positions = list.positions;
        float[] gradients = list.values;
        for (int q = list.from(filter), end = list.to(filter); q < end; q++) {
            int position = positions[q];
            float value = gradients[q];
            sum0 = Functions.fma(x[x0 + position], value, sum0);
            sum1 = Functions.fma(x[x1 + position], value, sum1);
            sum2 = Functions.fma(x[x2 + position], value, sum2);
        }
        int to = dw.at(row, column);
        dw.values[to] = sum0;
        dw.values[to + dw.rowStride] = sum1;
        dw.values[to + 2 * dw.rowStride] = sum2;
    }

    private void setOne(int tap, int filter, int row, int column) {
        float[] x = this.x;
        int first = at + taps[tap];
        float sum = start.values[start.at(row, column)];
        int[] positions = list.positions;
        float[] gradients = list.values;
        for (int q = list.from(filter), end = list.to(filter); q < end; q++) {
            sum = Functions.fma(x[first + positions[q]], gradients[q], sum);
        }
        dw.values[dw.at(row, column)] = sum;
    }
}
