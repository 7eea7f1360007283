package dev.longhand.kernel.convolution;

/**
 * Which pixels of one image's convolution have a gradient after max-pooling, filter by filter: those of filter
 * f are {@code places[q]}, with the gradient {@code values[q]}, for q from {@link #from} to before {@link #to}.
 */
final class NonZeroGradients {

    int[] places = new int[0];
    float[] values = new float[0];
    private int[] ends = new int[0];
    private int pools;

    /**
     * Lists the gradients other than 0 of the filters {@code first} to before {@code end}, the pools in order.
     * Which they are can't be foreseen, so there's no branch on it.
     *
     * @param offset where winners and dz of the image begin
     */
    void list(PooledConvolution c, float[] winners, float[] dz, int offset, int first, int end) {
        reserve(c);
        for (int f = first; f < end; f++) {
            list(c, c.pixels, winners, dz, offset, f);
        }
    }

    /** The same for one filter, with other names for the pixels. */
    void list(PooledConvolution c, int[] names, float[] winners, float[] dz, int offset, int filter) {
        reserve(c);
        int filters = c.convolution.filters;
        ends[filter] = list(names, c.poolSize(), winners, dz, offset + filter, filters, filter * pools);
    }

    private void reserve(PooledConvolution c) {
        int filters = c.convolution.filters;
        pools = c.pools();
        if (ends.length < filters) {
            ends = new int[filters];
        }
        if (places.length < filters * pools + 1) {
            places = new int[filters * pools + 1];
            values = new float[filters * pools + 1];
        }
    }

    /** Lists those of one filter from place {@code q} on, and returns where they end. */
    private int list(int[] pixels, int size, float[] winners, float[] dz, int offset, int filters, int q) {
        int[] places = this.places;
        float[] values = this.values;
        int end = q;
        for (int pool = 0, at = offset; pool < pools; pool++, at += filters) {
            float value = dz[at];
            places[end] = pixels[pool * size + (int) winners[at]];
            values[end] = value;
            int bits = Float.floatToRawIntBits(value) << 1;
            end += (bits | -bits) >>> 31;
        }
        return end;
    }

    int from(int filter) {
        return filter * pools;
    }

    int to(int filter) {
        return ends[filter];
    }
}
