package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.team.Team;

class PlainRecurrenceTest extends RecurrenceContract {

    PlainRecurrenceTest() {
        super(ParallelRecurrence.of(new Team(1), PlainProduct::new));
    }
}
