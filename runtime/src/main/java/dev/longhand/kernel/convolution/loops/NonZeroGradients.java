package dev.longhand.kernel.convolution.loops;

/**
 * The gradients of one image's convolution that aren't 0 after max pooling, filter by filter: filter f has the
 * gradient {@code values[q]} at the pixel {@code positions[q]}, for q = {@link #from} … {@link #to} − 1.
 */
final class NonZeroGradients {

    int[] positions = {};
    float[] values = {};
    private int[] ends = {};
    private int pools;

    /**
     * Lists the gradients of one filter, pool by pool; a position is where the pixel's patch begins.
     *
     * @param at the index at which argmax and dz of the image begin
     */
    void list(PooledGradient dz, int at, int filter) {
        list(dz, dz.shape.pixels, at, filter);
    }

    /** The same with {@code positionOf[pixel]} as the position of a pixel. */
    void list(PooledGradient dz, int[] positionOf, int at, int filter) {
        PooledShape shape = dz.shape;
        int filters = shape.convolution.filters;
        pools = shape.pools();
        if (ends.length < filters) {
            ends = new int[filters];
        }
        if (positions.length < filters * pools + 1) {
            positions = new int[filters * pools + 1];
            values = new float[filters * pools + 1];
        }
        ends[filter] = list(positionOf, shape.poolSize(), dz, at + filter, filters, filter * pools);
    }

    /**
     * Lists them from index {@code q} on and returns the index after the last, without a branch that can't be
     * predicted.
     */
    private int list(int[] positionOf, int size, PooledGradient gradient, int first, int filters, int q) {
        float[] argmax = gradient.argmax;
        float[] dz = gradient.dz;
        int[] positions = this.positions;
        float[] values = this.values;
        int end = q;
        for (int pool = 0, at = first; pool < pools; pool++, at += filters) {
            float value = dz[at];
            positions[end] = positionOf[pool * size + (int) argmax[at]];
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
