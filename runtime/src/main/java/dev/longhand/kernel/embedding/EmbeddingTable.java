package dev.longhand.kernel.embedding;

/**
 * The table T of an embedding layer: a row of {@code dimensions} numbers for each of the whole numbers from 0 to
 * {@code vocabulary} − 1.
 *
 * @param layer the layer's name, for messages
 * @param time the numbers of one sample
 * @param weights the offset of T, [vocabulary][dimensions], in p, and of dT in g
 */
public record EmbeddingTable(String layer, int time, int vocabulary, int dimensions, int weights) {

    /** A table that begins at 0. */
    public static EmbeddingTable of(String layer, int time, int vocabulary, int dimensions) {
        return new EmbeddingTable(layer, time, vocabulary, dimensions, 0);
    }

    /** The same with T at {@code weights}. */
    public EmbeddingTable weights(int weights) {
        return new EmbeddingTable(layer, time, vocabulary, dimensions, weights);
    }

    /**
     * The row of T for number {@code i} of x.
     *
     * @throws IllegalArgumentException if that isn't a whole number from 0 to {@link #vocabulary} − 1
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
}
