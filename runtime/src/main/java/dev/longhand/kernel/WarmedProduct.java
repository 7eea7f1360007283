package dev.longhand.kernel;

/** The plain product until the one that uses vectors is fast: both give the same bits. */
final class WarmedProduct implements Product {

    private final WarmUp warmUp;
    private final Product vectors = new VectorProduct();
    private final Product plain = new PlainProduct();

    WarmedProduct(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        if (warmUp.isDone()) {
            vectors.set(a, b, start, at, c);
            return;
        }
        long before = System.nanoTime();
        plain.set(a, b, start, at, c);
        warmUp.spent(System.nanoTime() - before);
    }

    @Override
    public void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c) {
        if (warmUp.isDone()) {
            vectors.set(a, first, b, start, at, c);
            return;
        }
        long before = System.nanoTime();
        plain.set(a, first, b, start, at, c);
        warmUp.spent(System.nanoTime() - before);
    }
}
