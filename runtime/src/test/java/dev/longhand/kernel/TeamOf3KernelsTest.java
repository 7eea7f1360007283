package dev.longhand.kernel;

import org.junit.jupiter.api.AfterAll;

class TeamOf3KernelsTest extends KernelsContract {

    private static final Team TEAM = new Team(3);

    TeamOf3KernelsTest() {
        super(KernelChoice.CHOSEN.create(TEAM));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
