package dev.longhand.kernel.matrix;

import dev.longhand.kernel.warmup.WarmUp;

/** Products of sizes that together run every method of {@link VectorProduct}, for vectors of 4 to 16 floats. */
public final class ProductWarmUp implements WarmUp.Workload {

    /** The one warm-up of this process: code that C2 has compiled is compiled for all instances. */
    public static final WarmUp OF_PROCESS =
            new WarmUp(WarmUp.PATIENCE_NANOS, () -> new ProductWarmUp(new VectorProduct()));

    private static final int DEPTH = 48;
    private static final int[] ROWS = {1, 2, 5, 6, 8, 24};
    private static final int[] COLUMNS = {4, 8, 16, 24, 32, 48, 64, 100};

    private final Product product;
    private final float[] left = new float[24 * DEPTH];
    private final float[] right = new float[DEPTH * 100];
    private final float[] sums = new float[24 * 100];
    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final Matrix c = new Matrix();
    private final SparseRows sparse = new SparseRows();

    public ProductWarmUp(Product product) {
        this.product = product;
        for (int i = 0; i < left.length; i++) {
            left[i] = i % 4;
        }
        sparse.set(left, 0, 24, DEPTH, DEPTH);
    }

    @Override
    public boolean isFast() {
        boolean fast = true;
        for (int columns : COLUMNS) {
            for (int rows : ROWS) {
                fast &= isFast(rows, columns);
            }
        }
        return fast;
    }

    private boolean isFast(int rows, int columns) {
        b.of(right, 0, DEPTH, columns);
        c.of(sums, 0, rows, columns);
        int times = 1 + 200 / (rows * columns);
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            product.set(a.of(left, 0, rows, DEPTH), b, right, 0, c);
            product.set(sparse, 0, b, right, 0, c);
        }
        double multiplyAdds = 1.75 * times * rows * columns * DEPTH;
        return multiplyAdds > WarmUp.FAST * (System.nanoTime() - start);
    }
}
