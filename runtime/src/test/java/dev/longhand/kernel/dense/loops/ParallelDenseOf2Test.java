package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("kernels")
class ParallelDenseOf2Test extends DenseContract {

    private static final Team TEAM = new Team(2);

    ParallelDenseOf2Test() {
        super(KernelProvider.dense(TEAM, new WeightSource()));
    }

    @AfterAll
    static void end() {
        TEAM.close();
    }
}
