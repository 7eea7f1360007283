package dev.longhand.kernel.recurrent.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.warmup.WarmUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plain loops are replaced by vector loops at some time during these tests. */
@Timeout(120)
class TieredRecurrenceTest extends RecurrenceContract {

    private static final WarmUp WARM_UP = new WarmUp(1, () -> new CellsWarmUp(new VectorCells()));

    TieredRecurrenceTest() {
        super(ParallelRecurrence.of(new Team(1), PlainProduct::new, () -> new TieredCells(WARM_UP)));
    }

    @Test
    void warmUpEndsWhenVectorsAreFast() throws InterruptedException {
        WARM_UP.spent(1);
        while (!WARM_UP.isDone()) {
            Thread.sleep(10);
        }
        assertThat(WARM_UP.isDone()).isTrue();
    }
}
