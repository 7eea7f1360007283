package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;

class PlainRecurrenceTest extends RecurrenceContract {

    PlainRecurrenceTest() {
        super(ParallelRecurrence.plain(new Team(1), new WeightSource()));
    }
}
