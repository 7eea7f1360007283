package dev.longhand.data;

import java.util.Arrays;

/**
 * A row of {@code from} positions in {@code to} others. Position i of {@code to} is centred at c = (i + ½)·from/to;
 * position k of {@code from}, at k + ½, counts with max(0, 1 − |k + ½ − c|/r), where r is 1, or where the row shrinks
 * from/to. A row of the same length stays as it is.
 *
 * @param firsts the first position of {@code from} that counts for each of {@code to}
 * @param weights the weights from there on
 * @param sums the sum of the weights of each
 */
record ResizedAxis(int[] firsts, float[][] weights, float[] sums) {

    static ResizedAxis of(int from, int to) {
        ResizedAxis axis = new ResizedAxis(new int[to], new float[to][], new float[to]);
        double scale = (double) from / to;
        double radius = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int first = from == to ? i : Math.max(0, (int) Math.floor(centre - radius - 0.5));
            int last = from == to ? i : Math.min(from - 1, (int) Math.ceil(centre + radius - 0.5));
            axis.firsts[i] = first;
            axis.weights[i] = new float[last - first + 1];
            for (int k = first; k <= last; k++) {
                float weight = (float) Math.max(0, 1 - Math.abs(k + 0.5 - centre) / radius);
                axis.weights[i][k - first] = weight;
                axis.sums[i] += weight;
            }
        }
        return axis;
    }

    int first(int i) {
        return firsts[i];
    }

    int last(int i) {
        return firsts[i] + weights[i].length - 1;
    }

    float weight(int i, int k) {
        return weights[i][k - firsts[i]];
    }

    /** Resizes a row, [from][channels] to [to][channels]. */
    void resize(float[] row, float[] resized, int channels) {
        Arrays.fill(resized, 0);
        for (int i = 0; i < firsts.length; i++) {
            for (int k = first(i); k <= last(i); k++) {
                float weight = weight(i, k);
                for (int c = 0; c < channels; c++) {
                    resized[i * channels + c] += weight * row[k * channels + c];
                }
            }
        }
        divide(resized, channels);
    }

    /** Divides the weighted sums of each of {@code to}, {@code size} numbers, by the sum of their weights. */
    void divide(float[] values, int size) {
        for (int i = 0; i < firsts.length; i++) {
            for (int j = 0; j < size; j++) {
                values[i * size + j] /= sums[i];
            }
        }
    }
}
