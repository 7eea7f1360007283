package dev.longhand.kernel.matrix;

import dev.longhand.kernel.warmup.WarmUp;
import dev.longhand.kernel.weights.WeightSource;
import org.jspecify.annotations.Nullable;

/** Plain products until C2 has compiled those of the Vector API, which give the same bits; vector products from then on. */
public final class TieredProduct implements Product {

    private final WarmUp warmUp;
    private final Product vectors;

    /** Null, and its scratch arrays garbage, once vector products are fast. */
    private @Nullable Product plain = new PlainProduct();

    /** Vector products that read the packed weights of this source; plain ones, which run for a short time, don't. */
    public TieredProduct(WarmUp warmUp, WeightSource weights) {
        this.warmUp = warmUp;
        vectors = new VectorProduct(weights);
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        Product plain = plainIfVectorsAreSlow();
        if (plain == null) {
            vectors.set(a, b, start, at, c);
            return;
        }
        long before = System.nanoTime();
        plain.set(a, b, start, at, c);
        warmUp.spent(System.nanoTime() - before);
    }

    @Override
    public void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c) {
        Product plain = plainIfVectorsAreSlow();
        if (plain == null) {
            vectors.set(a, first, b, start, at, c);
            return;
        }
        long before = System.nanoTime();
        plain.set(a, first, b, start, at, c);
        warmUp.spent(System.nanoTime() - before);
    }

    private @Nullable Product plainIfVectorsAreSlow() {
        if (plain != null && warmUp.isDone()) {
            plain = null;
        }
        return plain;
    }
}
