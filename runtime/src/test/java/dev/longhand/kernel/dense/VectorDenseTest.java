package dev.longhand.kernel.dense;

import dev.longhand.kernel.matrix.VectorProduct;

class VectorDenseTest extends DenseContract {

    VectorDenseTest() {
        super(new DenseLoops(new VectorProduct()));
    }
}
