package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class ParallelConvolutionsOn3ThreadsTest extends ConvolutionsContract {

    private static final Team TEAM = new Team(3);

    ParallelConvolutionsOn3ThreadsTest() {
        super(KernelProvider.convolutions(TEAM, new WeightSource()));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
