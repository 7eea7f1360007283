package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/**
 * Random displacements of pixels that are similar for neighbours: numbers uniform on [−1, 1), smoothed by a Gaussian of
 * standard deviation σ and multiplied by α (Simard, Steinkraus and Platt, "Best practices for convolutional neural
 * networks applied to visual document analysis", 2003). Outside the image the numbers are taken as 0, and the Gaussian
 * as 0 beyond 3σ.
 */
final class Displacement {

    private final double alpha;
    private final double sigma;

    /** The Gaussian at 0, 1, …, whose values at all distances add to 1. */
    private final float[] gaussian;

    Displacement(double alpha, double sigma) {
        this.alpha = alpha;
        this.sigma = sigma;
        gaussian = gaussian(sigma);
    }

    private static float[] gaussian(double sigma) {
        double[] values = new double[1 + (int) Math.ceil(3 * sigma)];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.exp(-(double) i * i / (2 * sigma * sigma));
            sum += i == 0 ? values[i] : 2 * values[i];
        }
        float[] normalized = new float[values.length];
        for (int i = 0; i < normalized.length; i++) {
            normalized[i] = (float) (values[i] / sum);
        }
        return normalized;
    }

    @Override
    public String toString() {
        return "Displacement[alpha=" + alpha + ", sigma=" + sigma + "]";
    }

    /** Whether no pixel is displaced. */
    boolean isZero() {
        return alpha == 0;
    }

    /**
     * Draws the displacements in pixels: those along the rows to plane 0 of the image, those down the columns to plane 1,
     * both [width][height].
     */
    void draw(Image image, long key) {
        float[] x = image.plane(0);
        float[] y = image.plane(1);
        float scale = (float) alpha * 0x1p-23f;
        for (int i = 0; i < x.length; i++) {
            long bits = CountedRandom.bits(key, i);
            x[i] = scale * ((int) (bits >>> 40) - (1 << 23));
            y[i] = scale * ((int) (bits >>> 16 & 0xFFFFFF) - (1 << 23));
        }
        smooth(x, image.plane(2), image.height(), image.width());
        smooth(y, image.plane(2), image.height(), image.width());
    }

    /** Smooths a plane [height][width] along both axes; the result is [width][height]. */
    private void smooth(float[] plane, float[] scratch, int height, int width) {
        smoothColumns(plane, scratch, width);
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                plane[c * height + r] = scratch[r * width + c];
            }
        }
        smoothColumns(plane, scratch, height);
        System.arraycopy(scratch, 0, plane, 0, plane.length);
    }

    /** Smooths along the columns of a plane, which are {@code width} apart. */
    private void smoothColumns(float[] from, float[] to, int width) {
        int n = to.length;
        for (int i = 0; i < n; i++) {
            to[i] = gaussian[0] * from[i];
        }
        for (int distance = 1; distance < gaussian.length && distance * width < n; distance++) {
            add(from, to, distance * width, gaussian[distance]);
        }
    }

    /** Adds weight·(from[i − shift] + from[i + shift]) to each to[i], numbers outside of the array taken as 0. */
    private static void add(float[] from, float[] to, int shift, float weight) {
        int n = to.length;
        int end = n - shift;
        for (int i = 0; i < Math.min(shift, end); i++) {
            to[i] += weight * from[i + shift];
        }
        for (int i = shift; i < end; i++) {
            to[i] += weight * (from[i - shift] + from[i + shift]);
        }
        for (int i = Math.max(shift, end); i < n; i++) {
            to[i] += weight * from[i - shift];
        }
    }
}
