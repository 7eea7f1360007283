package dev.longhand.kernel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class TeamOf3KernelsTest extends KernelsContract {

    private static final Team TEAM = new Team(3);

    TeamOf3KernelsTest() {
        super(KernelChoice.chosen().create(TEAM));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
