package dev.longhand.kernel.recurrent;

import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class TeamOf2RecurrenceTest extends RecurrenceContract {

    private static final Team TEAM = new Team(2);

    TeamOf2RecurrenceTest() {
        super(KernelProvider.recurrence(TEAM));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
