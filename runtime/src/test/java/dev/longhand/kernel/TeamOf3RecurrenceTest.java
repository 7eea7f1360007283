package dev.longhand.kernel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class TeamOf3RecurrenceTest extends RecurrenceContract {

    private static final Team TEAM = new Team(3);

    TeamOf3RecurrenceTest() {
        super(KernelChoice.chosen().createRecurrence(TEAM));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
