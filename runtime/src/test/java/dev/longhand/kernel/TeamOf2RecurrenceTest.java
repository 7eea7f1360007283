package dev.longhand.kernel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class TeamOf2RecurrenceTest extends RecurrenceContract {

    private static final Team TEAM = new Team(2);

    TeamOf2RecurrenceTest() {
        super(KernelChoice.chosen().createRecurrence(TEAM));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
