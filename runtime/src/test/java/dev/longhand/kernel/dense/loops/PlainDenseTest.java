package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.team.Team;

class PlainDenseTest extends DenseContract {

    PlainDenseTest() {
        super(new ParallelDense(new Team(1), PlainProduct::new));
    }
}
