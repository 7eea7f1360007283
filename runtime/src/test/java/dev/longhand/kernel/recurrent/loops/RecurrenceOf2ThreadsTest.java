package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class RecurrenceOf2ThreadsTest extends RecurrenceContract {

    private static final Team TEAM = new Team(2);

    RecurrenceOf2ThreadsTest() {
        super(KernelProvider.recurrence(TEAM, new WeightSource()));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
