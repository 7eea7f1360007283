package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.team.Team;

class VectorDenseTest extends DenseContract {

    VectorDenseTest() {
        super(new ParallelDense(new Team(1), VectorProduct::new));
    }
}
