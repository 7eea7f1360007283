package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;

class VectorRecurrenceTest extends RecurrenceContract {

    VectorRecurrenceTest() {
        super(ParallelRecurrence.vector(new Team(1), new WeightSource()));
    }
}
