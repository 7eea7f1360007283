package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.function.Functions;

/**
 * Passes as loops that C2 vectorizes. It does so only where all arrays are read at the same index; so a row at a time is
 * copied.
 */
final class PlainNormPasses implements NormPasses {

    /** A row of x. */
    private float[] row = {};

    /** A row of da. */
    private float[] daRow = {};

    private void reserve(int width) {
        if (row.length < width) {
            row = new float[width];
            daRow = new float[width];
        }
    }

    @Override
    public void add(ChannelValues rows, float[] x, int from, int to) {
        int width = rows.width;
        reserve(width);
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            System.arraycopy(x, i, row, 0, count);
            add(row, rows.sum, count);
        }
    }

    @Override
    public void addDeviations(ChannelValues rows, float[] x, int from, int to) {
        int width = rows.width;
        reserve(width);
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            System.arraycopy(x, i, row, 0, count);
            addDeviations(row, rows.mean, rows.sum, rows.productSum, count);
        }
    }

    @Override
    public void normalize(ChannelValues rows, float[] x, float[] a, int from, int to) {
        int width = rows.width;
        reserve(width);
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            System.arraycopy(x, i, row, 0, count);
            normalize(row, rows.mean, rows.inverse, rows.scale, rows.shift, count);
            System.arraycopy(row, 0, a, i, count);
        }
    }

    @Override
    public void addGradients(ChannelValues rows, float[] x, float[] da, int from, int to) {
        int width = rows.width;
        reserve(width);
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            System.arraycopy(x, i, row, 0, count);
            System.arraycopy(da, i, daRow, 0, count);
            add(daRow, rows.sum, count);
            addProducts(daRow, row, rows.mean, rows.inverse, rows.productSum, count);
        }
    }

    @Override
    public void inputGradient(ChannelValues rows, float[] x, float[] da, float[] dx, int from, int to) {
        int width = rows.width;
        reserve(width);
        for (int i = from; i < to; i += width) {
            int count = Math.min(width, to - i);
            System.arraycopy(x, i, row, 0, count);
            System.arraycopy(da, i, daRow, 0, count);
            center(row, rows.mean, rows.inverse, count);
            subtractMeans(daRow, row, rows.dBetaMean, rows.dGammaMean, rows.scale, count);
            System.arraycopy(daRow, 0, dx, i, count);
        }
    }

    // One loop per method, so that C2 vectorizes each of them wherever it's called.

    private static void add(float[] x, float[] sum, int count) {
        for (int j = 0; j < count; j++) {
            sum[j] += x[j];
        }
    }

    private static void addDeviations(float[] x, float[] mean, float[] sum, float[] squares, int count) {
        for (int j = 0; j < count; j++) {
            float d = x[j] - mean[j];
            sum[j] += d;
            squares[j] = Functions.fma(d, d, squares[j]);
        }
    }

    private static void addProducts(float[] da, float[] x, float[] mean, float[] inverse, float[] sum, int count) {
        for (int j = 0; j < count; j++) {
            sum[j] = Functions.fma(da[j], (x[j] - mean[j]) * inverse[j], sum[j]);
        }
    }

    private static void normalize(float[] x, float[] mean, float[] inverse, float[] scale, float[] shift, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = Functions.fma((x[j] - mean[j]) * inverse[j], scale[j], shift[j]);
        }
    }

    private static void center(float[] x, float[] mean, float[] inverse, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = (x[j] - mean[j]) * inverse[j];
        }
    }

    private static void subtractMeans(
            float[] da, float[] xHat, float[] dBetaMean, float[] dGammaMean, float[] scale, int count) {
        for (int j = 0; j < count; j++) {
            da[j] = Functions.fma(-xHat[j], dGammaMean[j], da[j] - dBetaMean[j]) * scale[j];
        }
    }
}
