package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.matrix.RoundedProduct;
import dev.longhand.kernel.team.Team;

class RoundedRecurrenceTest extends RecurrenceContract {

    RoundedRecurrenceTest() {
        super(ParallelRecurrence.of(new Team(1), RoundedProduct::new));
    }
}
