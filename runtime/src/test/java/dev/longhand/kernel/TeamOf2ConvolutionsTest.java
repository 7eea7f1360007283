package dev.longhand.kernel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class TeamOf2ConvolutionsTest extends ConvolutionsContract {

    private static final Team TEAM = new Team(2);

    TeamOf2ConvolutionsTest() {
        super(KernelChoice.chosen().createConvolutions(TEAM));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
