package dev.longhand.kernel.dense;

import dev.longhand.kernel.matrix.ProductWarmUp;
import dev.longhand.kernel.matrix.TieredProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.warmup.WarmUp;

/** The product may change at any time between two of these tests. */
class TieredDenseTest extends DenseContract {

    private static final WarmUp WARM_UP = new WarmUp(1, () -> new ProductWarmUp(new VectorProduct()));

    TieredDenseTest() {
        super(new DenseLoops(new TieredProduct(WARM_UP)));
    }
}
