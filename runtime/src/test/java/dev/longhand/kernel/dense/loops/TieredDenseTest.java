package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.matrix.ProductWarmUp;
import dev.longhand.kernel.matrix.TieredProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.warmup.WarmUp;
import dev.longhand.kernel.weights.WeightSource;

/** The plain product is replaced by the vector product at some time during these tests. */
class TieredDenseTest extends DenseContract {

    private static final WarmUp WARM_UP = new WarmUp(1, () -> new ProductWarmUp(new VectorProduct()));

    TieredDenseTest() {
        super(new ParallelDense(new Team(1), () -> new TieredProduct(WARM_UP, new WeightSource())));
    }
}
