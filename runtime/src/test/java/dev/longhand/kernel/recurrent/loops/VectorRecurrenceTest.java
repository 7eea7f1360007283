package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.team.Team;

class VectorRecurrenceTest extends RecurrenceContract {

    VectorRecurrenceTest() {
        super(ParallelRecurrence.of(new Team(1), VectorProduct::new));
    }
}
