package dev.longhand.kernel.embedding;

import java.util.Arrays;

/**
 * A table with a row of {@code dimensions} numbers for each of the numbers 0 to before {@code vocabulary}.
 *
 * @param layer the layer's name, for messages
 * @param time the numbers of one sample
 */
public record EmbeddingTable(String layer, int time, int vocabulary, int dimensions) {

    public void embed(float[] x, float[] p, int w, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(p, w + row(x, i) * dimensions, a, i * dimensions, dimensions);
        }
    }

    /**
     * The row that number {@code i} of x names.
     *
     * @throws IllegalArgumentException if that's no whole number from 0 to before {@link #vocabulary}
     */
    public int row(float[] x, int i) {
        int row = (int) x[i];
        if (row != x[i] || row < 0 || row >= vocabulary) {
            throw new IllegalArgumentException(
                    "layer \"%s\" looks up whole numbers from 0 to %d, but number %d of sample %d of the batch is %s"
                            .formatted(layer, vocabulary - 1, i % time, i / time, x[i]));
        }
        return row;
    }

    public void embedGradient(float[] x, float[] da, float[] g, int w, int count) {
        Arrays.fill(g, w, w + vocabulary * dimensions, 0);
        for (int i = 0, from = 0; i < count; i++) {
            int end = w + ((int) x[i] + 1) * dimensions;
            for (int to = end - dimensions; to < end; to++, from++) {
                g[to] += da[from];
            }
        }
    }
}
