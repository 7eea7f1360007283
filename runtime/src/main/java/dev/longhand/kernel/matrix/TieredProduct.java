package dev.longhand.kernel.matrix;

import dev.longhand.kernel.warmup.WarmUp;
import org.jspecify.annotations.Nullable;

/** The plain product until the one that uses vectors is fast: both give the same bits. */
public final class TieredProduct implements Product {

    private final WarmUp warmUp;
    private final Product vectors = new VectorProduct();

    /** Gone with its copies of weights once it isn't needed any more. */
    private @Nullable Product plain = new PlainProduct();

    public TieredProduct(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        Product plain = plainUntilVectorsAreFast();
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
        Product plain = plainUntilVectorsAreFast();
        if (plain == null) {
            vectors.set(a, first, b, start, at, c);
            return;
        }
        long before = System.nanoTime();
        plain.set(a, first, b, start, at, c);
        warmUp.spent(System.nanoTime() - before);
    }

    private @Nullable Product plainUntilVectorsAreFast() {
        if (plain != null && warmUp.isDone()) {
            plain = null;
        }
        return plain;
    }
}
