package dev.longhand.kernel.dense;

import dev.longhand.kernel.matrix.PlainProduct;

class PlainDenseTest extends DenseContract {

    PlainDenseTest() {
        super(new DenseLoops(new PlainProduct()));
    }
}
