package dev.longhand.kernel;

/**
 * Sums over patches of images, for one thread: the loops of convolution.
 *
 * <p>A patch is what a filter reads of a padded image for one pixel. Places in it are listed in tables,
 * so that strides, dilation and groups are all the same to these loops.
 */
interface Patches {

    /**
     * C = start + A·B, where A's element (r, k) is {@code x[at + rows[first + r] + columns[k]]}: row r of C begins
     * as the row at {@code start[startAt + r·startStride]}; each of its elements then is a chain of fused
     * multiply-adds in the order of A's columns.
     *
     * @param c apart from all others
     */
    void set(
            float[] x,
            int at,
            int[] rows,
            int first,
            int[] columns,
            Matrix b,
            float[] start,
            int startAt,
            int startStride,
            Matrix c);

    /**
     * Adds to the row of sums at {@code sum[to]} the patches that a list names, each times its value: a patch is
     * {@code x[at + list.places[q] + runs[r] + i]} for i from 0 to before {@code run}.
     */
    void addPatches(float[] x, int at, int[] runs, int run, Winners list, int filter, float[] sum, int to);

    /**
     * Adds the row of weights at {@code w[from]}, each time with a value, to the patches that a list names, one
     * patch after the other.
     */
    void addToPatches(float[] w, int from, int[] runs, int run, Winners list, int filter, float[] dx, int at);

    /**
     * a = the maximum over the pixels of each pool, and which it was: z is [pool][pixel][filter] from 0 on.
     *
     * @param to where in both results the first pool's filters begin
     */
    void maxOfPools(float[] z, int pools, int poolSize, int filters, float[] a, float[] winners, int to);

    /** The reverse: dz = da at the winners, 0 elsewhere, [pool][pixel][filter] from 0 on. */
    void spreadToPools(float[] da, float[] winners, int from, int pools, int poolSize, int filters, float[] dz);
}
