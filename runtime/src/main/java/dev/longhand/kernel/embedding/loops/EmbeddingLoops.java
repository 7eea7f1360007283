package dev.longhand.kernel.embedding.loops;

import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.embedding.EmbeddingTable;
import java.util.Arrays;

/** The loops of {@link EmbeddingKernels}, over a part of the numbers or a part of the table. */
final class EmbeddingLoops {

    private EmbeddingLoops() {}

    /** {@link EmbeddingKernels#forward} for the numbers {@code from} (inclusive) to {@code end} (exclusive). */
    static void forward(EmbeddingTable table, float[] x, float[] p, float[] a, int from, int end) {
        int dimensions = table.dimensions();
        for (int i = from; i < end; i++) {
            System.arraycopy(p, table.weights() + table.row(x, i) * dimensions, a, i * dimensions, dimensions);
        }
    }

    /**
     * {@link EmbeddingKernels#gradient} for the rows {@code from} (inclusive) to {@code end} (exclusive) of the table.
     */
    static void gradient(EmbeddingTable table, float[] x, float[] da, float[] g, int count, int from, int end) {
        int dimensions = table.dimensions();
        Arrays.fill(g, table.weights() + from * dimensions, table.weights() + end * dimensions, 0);
        for (int i = 0; i < count; i++) {
            int row = (int) x[i];
            if (row >= from && row < end) {
                add(da, i * dimensions, g, table.weights() + row * dimensions, dimensions);
            }
        }
    }

    private static void add(float[] x, int from, float[] sums, int to, int count) {
        for (int j = 0; j < count; j++) {
            sums[to + j] += x[from + j];
        }
    }
}
