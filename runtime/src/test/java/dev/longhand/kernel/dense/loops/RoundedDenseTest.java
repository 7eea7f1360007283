package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.matrix.RoundedProduct;
import dev.longhand.kernel.team.Team;

class RoundedDenseTest extends DenseContract {

    RoundedDenseTest() {
        super(new ParallelDense(new Team(1), RoundedProduct::new));
    }
}
